package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import mainstay.shared.BadSetting;
import mainstay.shared.web.Texts;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// What the firm says about itself, and what the operator says before it has.
@Story
class FirmPageTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    FirmDesk firm;

    @Autowired
    UserDesk users;

    @Autowired
    Passwords passwords;

    @Autowired
    Texts texts;

    private FirstAdministrator administrator(@Nullable String password) {
        return new FirstAdministrator(users, passwords, texts, password);
    }

    private void settle(String currency, @Nullable String password) {
        Acting.asOperator(() -> {
            new OperatorSettings(currency, firm, administrator(password)).settle();
            return null;
        });
    }

    private String currency() {
        return Acting.asOperator(() -> firm.settings().currency());
    }

    @Test
    void the_setting_holds_while_nobody_has_answered_for_the_firm() {
        settle("EUR", null);
        assertThat(currency()).isEqualTo("EUR");
        settle("", null);
        assertThat(currency()).isEqualTo("EUR");
        settle("USD", null);
        assertThat(currency()).isEqualTo("USD");

        Acting.asOperator(() ->
                firm.settle(new FirmSettings("Firm", "GBP", "Europe/London", 1, "unknown", "pinyin", "12345", true)));
        settle("EUR", null);
        assertThat(currency()).isEqualTo("GBP");
    }

    @Test
    void a_currency_that_nobody_pays_with_is_refused() {
        for (String currency : List.of("ZZZ", "Euro", "DEM", "XAU")) {
            assertThatThrownBy(() -> settle(currency, null))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("MAINSTAY_CURRENCY cannot be " + currency);
        }
    }

    @Test
    void a_password_that_will_not_do_is_said_before_anything_else() {
        assertThatThrownBy(() -> settle("", "short"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("MAINSTAY_ADMIN_PASSWORD cannot be taken");
    }

    @Test
    void currencies_have_names_and_none_is_of_the_past() throws Exception {
        web.perform(get("/settings/firm").header("Accept-Language", "zh-CN").with(cast.signedIn(cast.administrator())))
                .andExpect(content().string(containsString("CNY 人民币")))
                .andExpect(content().string(not(containsString("ADP"))))
                .andExpect(content().string(not(containsString("XTS"))))
                .andExpect(content().string(containsString("Shanghai (UTC+08:00, 中国时间)")));
    }

    @Test
    void time_zones_stand_by_part_of_the_world_from_west_to_east() {
        var zones = TimeZones.offered(Instant.parse("2026-11-16T01:00:00Z"), Locale.ENGLISH, "Etc/UTC");

        assertThat(zones).containsKeys("Asia", "Europe", "America", "Etc");
        assertThat(zones.get("Europe")).extracting(TimeZones.Choice::label).contains("London (UTC±00:00, London Time)");
    }
}
