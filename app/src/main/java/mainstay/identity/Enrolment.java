package mainstay.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import mainstay.identity.factor.Base32;
import mainstay.identity.factor.QrPicture;
import mainstay.identity.factor.Totp;

/// What an app needs to make the same codes.
///
/// @param secret to be typed, in groups of four
/// @param size   edge of the picture, in modules
/// @param path   its dark modules
public record Enrolment(String secret, int size, String path) {

    static Enrolment of(User user, byte[] secret) {
        String text = Base32.encode(secret);
        QrPicture picture = QrPicture.of(address(user, text));
        return new Enrolment(text.replaceAll("(.{4})(?=.)", "$1 "), picture.size(), picture.path());
    }

    static String address(User user, String secret) {
        return "otpauth://totp/Mainstay:%s?secret=%s&issuer=Mainstay&algorithm=SHA1&digits=%d&period=%d"
                .formatted(
                        URLEncoder.encode(user.name(), StandardCharsets.UTF_8), secret, Totp.DIGITS, Totp.STEP_SECONDS);
    }
}
