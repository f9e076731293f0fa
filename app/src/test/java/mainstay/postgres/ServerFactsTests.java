package mainstay.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerFactsTests {

    @Test
    void fifteen_is_new_enough() {
        assertThatCode(new ServerFacts(150_002, "boss", true, true, "crm")::requireEnough)
                .doesNotThrowAnyException();
    }

    @Test
    void fourteen_is_too_old() {
        assertThatThrownBy(new ServerFacts(140_019, "boss", true, true, "crm")::requireEnough)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("is PostgreSQL 14")
                .hasMessageContaining("15 or newer");
    }

    @Test
    void an_owner_who_may_not_create_schemas_is_told_how_to() {
        assertThatThrownBy(new ServerFacts(180_006, "boss", true, false, "crm")::requireEnough)
                .hasMessageContaining("ALTER DATABASE \"crm\" OWNER TO \"boss\"");
    }
}
