package mainstay.stories;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The authenticator app on somebody's phone, written by RFC 6238 and not with anything of ours.
final class PhoneApp {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    private final byte[] key;
    private long last;

    private PhoneApp(byte[] key) {
        this.key = key;
        this.last = Long.MIN_VALUE;
    }

    /// @param secret as the page tells it
    static PhoneApp of(String secret) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (char letter : secret.replaceAll("[\\s=]", "").toCharArray()) {
            held = held << 5 | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                key.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return new PhoneApp(key.toByteArray());
    }

    /// A code that was not typed yet: that of this half minute, or else of the next one, which servers take, too.
    String code() {
        last = Math.max(last + 1, Instant.now().getEpochSecond() / SECONDS);
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(last).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & Integer.MAX_VALUE;
            return "%06d".formatted(number % SIX_DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
