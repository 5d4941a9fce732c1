"""Applications, middleware, templates and static files."""

from wangge.config.settings.environment import REPOSITORY, STATE, flag

_INTERFACES = REPOSITORY / "src" / "wangge" / "interfaces"
_WEB = _INTERFACES / "web"
_WINGS = sorted((_INTERFACES / "console").glob("*/templates"))

ROOT_URLCONF = "wangge.config.urls"
WSGI_APPLICATION = "wangge.config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "django.contrib.gis",
    "procrastinate.contrib.django",
    "django_htmx",
    "django_vite",
    "wangge.doors.apps.DoorsConfig",
    "wangge.registers.audit.apps.AuditConfig",
    "wangge.registers.calendars.apps.CalendarsConfig",
    "wangge.registers.accounts.apps.AccountsConfig",
    "wangge.registers.files.apps.FilesConfig",
    "wangge.registers.notices.apps.NoticesConfig",
    "wangge.registers.areas.apps.AreasConfig",
    "wangge.registers.people.apps.PeopleConfig",
    "wangge.registers.organisations.apps.OrganisationsConfig",
    "wangge.work.cases.apps.CasesConfig",
    "wangge.insight.divisions.apps.DivisionsConfig",
    "wangge.insight.lists.apps.ListsConfig",
    "wangge.insight.geodata.apps.GeodataConfig",
    "wangge.insight.paper.apps.PaperConfig",
    "wangge.interfaces.web.apps.WebConfig",
    "wangge.interfaces.portal.apps.PortalConfig",
    "wangge.interfaces.console.apps.ConsoleConfig",
    "wangge.interfaces.api.apps.ApiConfig",
    "wangge.interfaces.commandline.apps.CommandLineConfig",
]

if flag("WANGGE_DEMO"):
    INSTALLED_APPS += [
        "wangge.insight.demo.apps.DemoConfig",
        "wangge.interfaces.demo.apps.DemoFaceConfig",
    ]

MIDDLEWARE = [
    "wangge.interfaces.web.request_log.RequestLog",  # outermost: it sees every answer
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wangge.interfaces.web.visitor.VisitorMiddleware",
    "wangge.interfaces.web.door.DoorMiddleware",  # innermost: it runs the view
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # components as {% include "components/…/template.html" %}; each wing has its own pages
        "DIRS": [_WEB, *_WINGS],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "wangge.interfaces.web.visitor.page_context",
                "wangge.interfaces.portal.shell.shell",  # pages of officials bring their own
            ],
            "builtins": ["wangge.interfaces.web.templatetags.web"],
        },
    }
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [
    directory for directory in [REPOSITORY / "frontend" / "dist"] if directory.exists()
]
# Served straight from where the front end is built: nothing to collect, nothing to forget.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = flag("WANGGE_DEBUG")
WHITENOISE_MIMETYPES = {".mjs": "text/javascript"}
# Vite puts a digest into every name below assets/: those never change.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/assets/.+$"

DJANGO_VITE = {
    "default": {
        "dev_mode": False,
        "manifest_path": REPOSITORY / "frontend" / "dist" / ".vite" / "manifest.json",
    }
}

FILES_ROOT = STATE / "files"
APPEND_SLASH = False
# Before the first build of the front end there is no manifest; bin/demo and bin/test build it.
SILENCED_SYSTEM_CHECKS = ["django_vite.W001"]
