"""Settings, one concern a file. Everything a county changes is an environment variable.

`docs/settings.md` lists the variables; nothing else reads the environment.
"""

from wangge.config.settings.county import *  # noqa: F403
from wangge.config.settings.database import *  # noqa: F403
from wangge.config.settings.environment import STATE as STATE
from wangge.config.settings.jobs import *  # noqa: F403
from wangge.config.settings.lists import *  # noqa: F403
from wangge.config.settings.logs import *  # noqa: F403
from wangge.config.settings.maps import MAP_REVIEW_NUMBER as MAP_REVIEW_NUMBER
from wangge.config.settings.maps import PICTURE_SERVICES as PICTURE_SERVICES
from wangge.config.settings.notices import *  # noqa: F403
from wangge.config.settings.security import *  # noqa: F403
from wangge.config.settings.web import *  # noqa: F403
