package mainstay.identity.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes of six digits, made of a shared secret and the half minute, as RFC 6238 says: what every authenticator app
/// makes when it is told nothing else.
public final class Totp {

    public static final int DIGITS = 6;
    public static final int STEP_SECONDS = 30;

    /// Clocks of phones are a little off, and a code takes a while to type.
    private static final long[] STEPS_AROUND = {0, -1, 1};

    private Totp() {}

    /// @return the step for which a typed code is right: this one, the one before or the next
    public static OptionalLong step(byte[] secret, String typed, Instant now) {
        long step = now.getEpochSecond() / STEP_SECONDS;
        for (long around : STEPS_AROUND) {
            if (same(code(secret, step + around), typed)) {
                return OptionalLong.of(step + around);
            }
        }
        return OptionalLong.empty();
    }

    public static String code(byte[] secret, long step) {
        return code(secret, step, DIGITS, "HmacSHA1");
    }

    static String code(byte[] secret, long step, int digits, String algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
            long shortened = number % Math.round(Math.pow(10, digits));
            return ("%0" + digits + "d").formatted(shortened);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
    }
}
