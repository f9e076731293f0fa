package mainstay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleHomeTests {

    @TempDir
    Path root;

    @Test
    void a_start_after_a_break_finds_the_shift_of_the_one_before() {
        SampleHome home = new SampleHome(root);
        assertThat(home.shift()).isEmpty();

        home.keep(new WeekShift(546));

        assertThat(new SampleHome(root).shift()).contains(new WeekShift(546));
        assertThat(home.isWhole()).isFalse();
    }

    @Test
    void a_home_is_whole_once_it_says_so() {
        new SampleHome(root).markWhole();

        assertThat(new SampleHome(root).isWhole()).isTrue();
    }

    @Test
    void passwords_can_be_read_by_their_owner_only() throws IOException {
        SignInSheet sheet = SignInSheet.in(root);
        sheet.write(List.of("admin secret"));

        assertThat(sheet.lines()).containsExactly("admin secret");
        assertThat(Files.getPosixFilePermissions(root.resolve("sign-in.txt")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
