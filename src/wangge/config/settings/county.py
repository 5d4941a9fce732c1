"""One deployment is one county: its code and the hours it keeps."""

from datetime import time
from zoneinfo import ZoneInfo

from wangge.config import language
from wangge.config.settings.environment import flag, text, words

COUNTY_CODE = text("WANGGE_COUNTY", "431124")
OFFICE_CLOSE = time.fromisoformat(text("WANGGE_OFFICE_CLOSE", "17:30"))

# The two associations of a village (A12) where the county means others than the usual two.
VILLAGE_ASSOCIATIONS = words("WANGGE_VILLAGE_ASSOCIATIONS")

# Stands on every page: nobody needs a screen to be heard.
HOTLINE = text("WANGGE_HOTLINE", "12345")

# On posters, the number to call for people who are not content; empty: that of the township's centre.
SUPERVISION_PHONE = text("WANGGE_SUPERVISION_PHONE")

# Under which residents reach the site: stands in QR codes on paper, which outlive a visit.
PUBLIC_ADDRESS = text("WANGGE_PUBLIC_ADDRESS").rstrip("/")

# The demo has invented people, a sign-in page of names, and synthetic phone and ID numbers.
DEMO = flag("WANGGE_DEMO")

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh", "简体中文"), ("en", "English")]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = False  # words come from the catalogue, not from gettext
COUNTY_ZONE = ZoneInfo(TIME_ZONE)

WORDS = language.WORDS
