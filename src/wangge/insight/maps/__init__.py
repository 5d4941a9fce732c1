"""Maps: vector tiles under the actor's scope, imagery, and what stands on a card."""
