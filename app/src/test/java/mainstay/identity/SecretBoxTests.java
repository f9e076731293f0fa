package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import mainstay.shared.BadSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTests {

    private static final byte[] SECRET = "twenty bytes, secret".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path home;

    private SecretBox box() {
        return new SecretBox(home, null, "");
    }

    @Test
    void what_was_sealed_is_opened_by_whoever_has_the_same_home() {
        byte[] sealed = box().seal(7, SECRET);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("twenty bytes");
        assertThat(box().open(7, sealed)).contains(SECRET);
    }

    @Test
    void nobody_else_opens_it() {
        byte[] sealed = box().seal(7, SECRET);

        assertThat(box().open(8, sealed)).isEmpty();
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(new SecretBox(home, null, other).open(7, sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(box().open(7, sealed)).isEmpty();
        assertThat(box().open(7, new byte[3])).isEmpty();
        assertThat(box().open(7, new byte[12])).isEmpty();
    }

    @Test
    void the_same_is_never_sealed_alike_twice() {
        assertThat(box().seal(7, SECRET)).isNotEqualTo(box().seal(7, SECRET));
    }

    @Test
    void the_key_is_for_its_owner_alone_and_a_sample_has_one_of_its_own() throws Exception {
        box().seal(7, SECRET);
        new SecretBox(home, "wwi", "").seal(7, SECRET);

        Path key = home.resolve(SecretBox.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key)).isNotEqualTo(Files.readString(home.resolve("samples/wwi/secret.key")));
        try (var files = Files.list(home)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(key);
        }
    }

    @Test
    void a_key_that_will_not_do_is_said_at_the_start() {
        for (String key : new String[] {"hunter2", "c2hvcnQ=", "not base64 at all!"}) {
            assertThatThrownBy(() -> new SecretBox(home, null, key))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("openssl rand -base64 32");
        }
    }
}
