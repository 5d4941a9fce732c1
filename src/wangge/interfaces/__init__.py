"""WHO COMES IN: portal, console, API, command line and demo, over the shared hall `web`."""
