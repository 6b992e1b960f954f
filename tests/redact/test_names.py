import pytest

from companion.redact.names import cookie_kind, header_kind, is_tracking, marks, secret_kind

JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1NyJ9.c2ln"


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("userPassword", "hunter2", "password"),
        ("login[password]", "hunter2", "password"),
        ("mot_de_passe", "hunter2", "password"),
        ("pw", "x", "password"),
        ("admin_pwd", "x", "password"),
        ("cc-number", "4111", "card"),
        ("card_cvc", "123", "card"),
        ("otp", "123456", "code"),
        ("verificationCode", "A1B2C3", "code"),
        ("code", "123456", "code"),
        ("code", "4/0AY0e-g7Xy9Zq1w2e3r4t5", "code"),
        ("csrfmiddlewaretoken", "a1b2c3d4", "csrf"),
        ("_token", "a1b2c3d4", "csrf"),
        ("access_token", "a1b2c3d4", "authorization"),
        ("PHPSESSID", "a1b2c3d4", "session"),
        ("token", JWT, "authorization"),
    ],
)
def test_secrets_are_known_by_the_name_they_stand_under(name, value, kind):
    assert secret_kind(name, value) == kind


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("passwordResetUrl", "/reset"),
        ("password_strength", "weak"),
        ("hasPassword", "true"),
        ("password", ""),
        ("compass", "north"),
        ("season_pass", "gold"),
        ("span", "12"),
        ("pan", "left"),
        ("code", "US"),
        ("code", "invalid-request-parameter"),
        ("zip_code", "10115"),
        ("otp", "none"),
        ("token", "item-17"),
        ("csrfHeaderName", "X-CSRF-Token"),
        ("session", "a1b2c3d4"),
        ("uid", "k3jd92hf83hd7w2q"),
        ("advertising_token", "k3jd92hf83hd7w2q"),
    ],
)
def test_other_names_and_values_stay(name, value):
    assert secret_kind(name, value) == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("session", "session"),
        ("connect.sid", "session"),
        ("wordpress_logged_in_1a2b", "session"),
        ("XSRF-TOKEN", "csrf"),
        ("__Host-auth", "session"),
        ("_ga", ""),
        ("_hjSessionUser_123", ""),
        ("_pk_ses.1.2", ""),
        ("visitor_session", ""),
        ("IDE", ""),
        ("theme", ""),
    ],
)
def test_cookies_that_keep_a_person_signed_in(name, kind):
    assert cookie_kind(name, "q1w2e3r4t5") == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Authorization", "authorization"),
        ("x-api-key", "authorization"),
        ("X-CSRF-Token", "csrf"),
        ("x-client-id", ""),
        ("etag", ""),
    ],
)
def test_headers_that_carry_secrets(name, kind):
    assert header_kind(name, "q1w2e3r4t5") == kind


def test_tracking_names_are_known_by_whole_and_beginning():
    assert is_tracking("_GA")
    assert is_tracking("__utma")
    assert not is_tracking("gaga")


def test_short_names_are_sought_with_the_sign_that_ends_them():
    found = marks()
    assert b"card_number" in found
    assert b"pin=" in found
    assert b"pin" not in found
    assert len(found) == len(set(found))
