"""Maps: vector tiles under the actor's scope, imagery, and the cards of areas."""
