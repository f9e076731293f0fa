package mainstay.rating;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a rating says, made short enough to be compared in bulk.
final class Saying {

    private static final int LONGEST = 4_096;

    private final ByteBuffer bytes = ByteBuffer.allocate(LONGEST);

    Saying number(@Nullable Number number) {
        bytes.put((byte) (number == null ? 0 : 1));
        if (number != null) {
            bytes.putDouble(number.doubleValue());
        }
        return this;
    }

    Saying bits(long bits) {
        bytes.putLong(bits);
        return this;
    }

    Saying numbers(List<@Nullable Double> numbers) {
        numbers.forEach(this::number);
        return this;
    }

    Saying words(List<@Nullable String> words) {
        for (String word : words) {
            bytes.put(String.valueOf(word).getBytes(StandardCharsets.UTF_8)).put((byte) 0);
        }
        return this;
    }

    /// The first eight bytes of its SHA-256.
    long digest() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(bytes.flip());
            return ByteBuffer.wrap(hash.digest()).getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
