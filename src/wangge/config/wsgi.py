"""The web process: served by granian, `granian --interface wsgi wangge.config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wangge.config.settings")

application = get_wsgi_application()
