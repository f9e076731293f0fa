package mainstay.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseUrlTests {

    @Test
    void credentials_leave_the_url_and_other_parameters_stay() {
        var parsed = DatabaseUrl.parse("jdbc:postgresql://db:5433/crm?sslmode=require&user=boss&password=a%26b");
        assertThat(parsed.url()).isEqualTo("jdbc:postgresql://db:5433/crm?sslmode=require");
        assertThat(parsed.owner()).isEqualTo(new Login("boss", "a&b"));
    }

    @Test
    void the_form_other_programs_use_is_understood() {
        var parsed = DatabaseUrl.parse("postgresql://boss:p%40ss@db/crm?sslmode=require");
        assertThat(parsed.url()).isEqualTo("jdbc:postgresql://db/crm?sslmode=require");
        assertThat(parsed.owner()).isEqualTo(new Login("boss", "p@ss"));
    }

    @Test
    void a_url_without_credentials_is_refused() {
        assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:postgresql://db/crm?user=boss"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("user and password");
    }

    @Test
    void a_refusal_never_shows_the_password() {
        assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://boss:se cret@db/crm"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("MAINSTAY_DATABASE_URL")
                .hasMessageNotContaining("cret")
                .hasNoCause();
        assertThatThrownBy(() -> DatabaseUrl.parse("mysql://boss:secret@db/crm"))
                .hasMessageNotContaining("secret");
    }
}
