package mainstay.identity;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes with Argon2id, and says what is wrong with a chosen password.
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final SecureRandom random = new SecureRandom();
    private final String nobody = hash("nobody has this password");

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("no hash came back");
        }
        return hash;
    }

    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && encoder.matches(password, hash);
    }

    /// Takes as long as a real check, so that an unknown name cannot be told from a wrong password.
    void pretend(String password) {
        matches(password, nobody);
    }

    /// @return message key of what is wrong, or nothing
    Optional<String> refusal(String password, String name) {
        if (password.length() < SHORTEST) {
            return Optional.of("password.tooShort");
        }
        if (password.length() > LONGEST) {
            return Optional.of("password.tooLong");
        }
        if (password.toLowerCase(Locale.ROOT).contains(name)) {
            return Optional.of("password.holdsName");
        }
        return password.chars().distinct().count() < 5 ? Optional.of("password.tooPlain") : Optional.empty();
    }

    /// Twenty characters that are hard to confuse, in groups of five.
    String generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
