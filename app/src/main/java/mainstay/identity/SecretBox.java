package mainstay.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import mainstay.shared.BadSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Seals what has to be read again but is nobody's business in a backup or a stolen database. The key lies in the data
/// directory, or comes from the operator where several nodes share a database; it is in no backup.
@Component
class SecretBox {

    static final String FILE = "secret.key";

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Path home;
    private final byte @Nullable [] set;
    private final SecureRandom random = new SecureRandom();
    private byte @Nullable [] key;

    SecretBox(
            @Value("${mainstay.home}") Path home,
            @Value("${mainstay.sample:#{null}}") @Nullable String sample,
            @Value("${mainstay.secret-key:}") String set) {
        Path root = home.toAbsolutePath();
        this.home = sample == null ? root : root.resolve("samples").resolve(sample);
        this.set = set.isBlank() ? null : checked(set.strip());
    }

    private static byte[] checked(String set) {
        try {
            byte[] key = Base64.getDecoder().decode(set);
            if (key.length == KEY) {
                return key;
            }
        } catch (IllegalArgumentException unreadable) {
            // said below
        }
        throw new BadSetting("MAINSTAY_SECRET_KEY has to be 32 random bytes in Base64: openssl rand -base64 32");
    }

    /// @param owner to whom it belongs; what is sealed for one cannot be opened as another's
    byte[] seal(long owner, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @return nothing where it was sealed with another key, or is not whole
    Optional<byte[]> open(long owner, byte[] sealed) {
        if (sealed.length < NONCE) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (AEADBadTagException otherKey) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The same text reads the same under one key, and nobody without it learns what was said.
    byte[] tag(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, long owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(owner).array());
        return cipher;
    }

    private synchronized byte[] key() {
        if (key == null) {
            key = set == null ? kept() : set;
        }
        return key;
    }

    /// Whichever process comes first makes it.
    private byte[] kept() {
        Path file = home.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException failed) {
            throw new UncheckedIOException("the key " + file + " cannot be kept or read", failed);
        }
    }

    private void make(Path file) throws IOException {
        byte[] made = new byte[KEY];
        random.nextBytes(made);
        Files.createDirectories(home);
        Path fresh = Files.createTempFile(
                home, FILE, ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(made) + "\n", StandardCharsets.US_ASCII);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException otherWasFirst) {
            // its key is as good
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
