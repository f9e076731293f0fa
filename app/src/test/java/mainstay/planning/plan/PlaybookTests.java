package mainstay.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import mainstay.shared.web.Texts;
import org.junit.jupiter.api.Test;

class PlaybookTests {

    @Test
    void the_template_follows_stars_and_buying() {
        assertThat(Playbook.suiting(4, true, false)).isEqualTo(Playbook.ALLIANCE);
        assertThat(Playbook.suiting(3, true, false)).isEqualTo(Playbook.GROW);
        assertThat(Playbook.suiting(2, true, false)).isEqualTo(Playbook.KEEP);
        assertThat(Playbook.suiting(1, true, false)).isEqualTo(Playbook.PART);
        assertThat(Playbook.suiting(null, true, false)).isEqualTo(Playbook.GROW);
        assertThat(Playbook.suiting(4, true, true)).isEqualTo(Playbook.WIN_BACK);
        assertThat(Playbook.suiting(null, false, false)).isEqualTo(Playbook.DEVELOP);
    }

    @Test
    void every_template_has_its_words_in_every_language() {
        Texts texts = new Texts();
        for (Playbook playbook : Playbook.values()) {
            for (Locale locale : List.of(Texts.ENGLISH, Texts.SIMPLIFIED, Texts.TRADITIONAL)) {
                assertThat(texts.get(locale, playbook.key())).isNotBlank();
                for (int i = 1; i <= playbook.tasks().size(); i++) {
                    assertThat(texts.has(playbook.key() + "." + i)).isTrue();
                    assertThat(texts.has(playbook.key() + "." + i + ".standard"))
                            .isTrue();
                }
            }
        }
    }
}
