"""By e-mail, through the mail server of the county."""

from __future__ import annotations

from datetime import datetime
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage

from wangge.lib.message import Message
from wangge.registers.notices.adapters import Letter, NotSent


def send(letter: Letter, at: datetime) -> None:
    """Send one plain letter; raises NotSent."""
    subject = settings.WORDS.say(Message("notice.subject"), settings.NOTICE_LANGUAGE)
    mail = EmailMessage(
        subject,
        letter.words,
        to=[letter.address],
        headers={"Message-ID": f"<{letter.letter_id}@{settings.EMAIL_HOST or 'localhost'}>"},
    )
    try:
        mail.send()
    except SMTPRecipientsRefused as error:
        raise NotSent("SMTPRecipientsRefused") from error
    except (SMTPException, OSError) as error:
        raise NotSent(type(error).__name__, unreachable=True) from error
