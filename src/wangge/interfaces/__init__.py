"""WHO COMES IN: the portal, the console, the API and the command line, over the shared hall `web`."""
