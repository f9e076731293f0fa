package mainstay.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Codes that open once when the phone is lost. Each holds 120 bits of chance, so that its plain hash gives nothing
/// away.
final class RecoveryCodes {

    static final int COUNT = 10;
    private static final int LENGTH = 24;
    private static final int GROUP = 4;
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();

    List<String> generate() {
        return Stream.generate(this::one).limit(COUNT).toList();
    }

    private String one() {
        String letters = random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(place -> String.valueOf(ALPHABET.charAt(place)))
                .collect(Collectors.joining());
        return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /// However it was typed.
    static String bare(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    static boolean isOne(String bare) {
        return bare.length() == LENGTH;
    }

    static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bare(code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
