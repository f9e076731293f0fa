package mainstay.accounts.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainstay.accounts.MergeBench;
import mainstay.dossier.Archive;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// People of accounts in the browser.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench bench;

    @Autowired
    MergeBench merges;

    private User manager;

    @BeforeAll
    void accounts() {
        archive.accounts("H1", "H2", "H3", "H4", "H5");
        manager = cast.another("lan", "蓝经理", Role.KAM);
        archive.grant("H1", manager, Level.FULL);
        archive.grant("H2", manager, Level.FULL);
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private String page(User user, String address) throws Exception {
        return send(user, get(address)).andReturn().getResponse().getContentAsString();
    }

    private static MockHttpServletRequestBuilder person(String account, String name) {
        return post("/accounts/{code}/people", account)
                .param("name", name)
                .param("function", "purchasing")
                .param("title", "Chief buyer")
                .param("fromOn", "2021-05-01")
                .param("submission", UUID.randomUUID().toString());
    }

    private long number(String name) {
        return bench.count(cast.director(), "select max(id) from accounts.person where name = '" + name + "'");
    }

    private long positions(long person) {
        return bench.count(cast.director(), "select max(id) from accounts.position where person_id = " + person);
    }

    @Test
    void a_person_is_written_down_with_position_contacts_and_days() throws Exception {
        send(
                        manager,
                        person("H1", "欧阳雪")
                                .param("latinName", "Ouyang Xue")
                                .param("contactKind", "phone", "wechat", "phone")
                                .param("contactValue", "138 1111 2222", "xue_1988", "")
                                .param("contactNote", "mornings", "", "")
                                .param("dateKind", "birthday")
                                .param("dateMonth", "2")
                                .param("dateDay", "29")
                                .param("dateNote", ""))
                .andExpect(redirectedUrl("/accounts/H1/people"));

        assertThat(page(manager, "/accounts/H1/people"))
                .contains("欧阳雪", "Chief buyer", "Purchasing", "138 1111 2222", "xue_1988");
        assertThat(page(manager, "/people/" + number("欧阳雪")))
                .contains("Ouyang Xue", "Feb 29", "2027", "mornings", "蓝经理");
        assertThat(page(manager, "/accounts/H1/timeline")).contains("欧阳雪", "written down as a contact");
        for (String typed : new String[] {"欧阳", "ouyangxue", "oyx", "Ouyang", "13811112222"}) {
            assertThat(page(manager, "/people?q=" + typed)).as(typed).contains("欧阳雪");
            assertThat(page(manager, "/search?q=" + typed)).as(typed).contains("欧阳雪");
            assertThat(page(cast.viewer(), "/search?q=" + typed)).as(typed).doesNotContain("欧阳雪");
        }
    }

    @Test
    void a_form_that_is_sent_twice_makes_one_person() throws Exception {
        MockHttpServletRequestBuilder once = person("H1", "秦双双");
        send(manager, once).andExpect(status().is3xxRedirection());
        send(manager, once).andExpect(status().is3xxRedirection());

        assertThat(bench.count(cast.director(), "select count(*) from accounts.person where name = '秦双双'"))
                .isEqualTo(1);
        assertThat(bench.count(
                        cast.director(), "select count(*) from accounts.position where person_id = " + number("秦双双")))
                .isEqualTo(1);
    }

    @Test
    void who_looks_like_somebody_known_is_asked_for_first() throws Exception {
        long known = bench.add("H2", "孟繁星", "phone", "13922223333");
        MockHttpServletRequestBuilder same = person("H1", "Meng Fanxing");
        String asked = send(manager, same)
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(asked).contains("孟繁星", "same name", "It is this one", "None of them");

        send(manager, person("H1", "Meng Fanxing").param("existing", String.valueOf(known)))
                .andExpect(status().is3xxRedirection());
        assertThat(page(manager, "/accounts/H1/people")).contains("孟繁星").doesNotContain("Meng Fanxing");

        send(manager, person("H1", "Meng Fanxing").param("anyway", "yes")).andExpect(status().is3xxRedirection());
        assertThat(page(manager, "/accounts/H1/people")).contains("Meng Fanxing");
    }

    @Test
    void nobody_is_asked_about_people_whom_the_writer_does_not_see() throws Exception {
        bench.add("H3", "司马光明", "mail", "sima@example.com");

        send(manager, person("H1", "司马光明")).andExpect(status().is3xxRedirection());
    }

    @Test
    void the_second_writer_sees_the_change_of_the_first_and_loses_nothing() throws Exception {
        long id = bench.add("H1", "方圆", "phone", "02155556666");
        String form = page(manager, "/people/" + id + "/edit");
        String seen = value(form, "seen");
        MockHttpServletRequestBuilder first = post("/people/{id}", id)
                .param("name", "方圆")
                .param("latinName", "Fang Yuan")
                .param("seen", seen);
        send(cast.director(), first).andExpect(redirectedUrl("/people/" + id));

        MockHttpServletRequestBuilder second = post("/people/{id}", id)
                .param("name", "方圆圆")
                .param("contactKind", "mail")
                .param("contactValue", "fang@example.com")
                .param("seen", seen);
        String merged = send(manager, second)
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(merged).contains("王总", "Fang Yuan", "方圆圆", "fang@example.com", "Save mine");

        send(
                        manager,
                        post("/people/{id}", id)
                                .param("name", "方圆圆")
                                .param("latinName", "Fang Yuan")
                                .param("seen", value(merged, "seen")))
                .andExpect(redirectedUrl("/people/" + id));
        assertThat(page(manager, "/people/" + id)).contains("方圆圆", "Fang Yuan", "Changed");
    }

    private static String value(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void hostile_input_is_refused_at_its_field_and_nothing_is_lost() throws Exception {
        String long301 = "长".repeat(301);
        String page = send(
                        manager,
                        person("H1", long301).param("contactKind", "mail").param("contactValue", "nobody"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("300 characters at most", "nobody", "is no e-mail address", long301);
        send(manager, person("H1", "<script>alert(1)</script> 😀 مرحبا")).andExpect(status().is3xxRedirection());
        assertThat(page(manager, "/accounts/H1/people"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; 😀 مرحبا")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_code_belongs_to_one_person_alone() throws Exception {
        send(manager, person("H1", "卓一凡").param("ownCode", "CRM-7")).andExpect(status().is3xxRedirection());

        String refused = send(manager, person("H1", "尹二虎").param("ownCode", "CRM-7"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("Another person has the code CRM-7");
    }

    @Test
    void who_changes_employer_keeps_the_history() throws Exception {
        long id = bench.add("H1", "纪晓风");
        String path = "/people/" + id + "/positions/" + positions(id);
        MockHttpServletRequestBuilder abroad = post(path + "/move")
                .param("last", "2026-10-31")
                .param("account", "H3")
                .param("function", "technical");
        send(manager, abroad).andExpect(status().isUnprocessableContent());
        assertThat(page(manager, "/people/" + id)).doesNotContain("former");

        MockHttpServletRequestBuilder move = post(path + "/move")
                .param("last", "2026-10-31")
                .param("account", "H2")
                .param("function", "technical")
                .param("fromOn", "2026-11-01")
                .param("request", UUID.randomUUID().toString());
        send(manager, move).andExpect(redirectedUrl("/people/" + id));
        send(manager, move).andExpect(redirectedUrl("/people/" + id));

        assertThat(page(manager, "/people/" + id)).contains("former", "Technical", "H2");
        assertThat(page(manager, "/accounts/H1/people")).contains("There before (");
        assertThat(page(manager, "/accounts/H1/timeline")).contains("纪晓风", "left; last day");
        assertThat(bench.count(cast.director(), "select count(*) from accounts.position where person_id = " + id))
                .isEqualTo(2);
    }

    @Test
    void positions_follow_their_accounts_into_a_merge_and_out_again() throws Exception {
        long id = bench.add("H4", "易水寒");
        long merge = merges.merge("H5", "H4").orElseThrow();
        assertThat(page(cast.director(), "/accounts/H5/people")).contains("易水寒");
        merges.undo(merge);

        assertThat(page(cast.director(), "/accounts/H5/people")).doesNotContain("易水寒");
        assertThat(page(cast.director(), "/people/" + id)).contains("/accounts/H4/people");
    }

    @Test
    void a_phone_is_found_by_the_digits_that_people_remember() throws Exception {
        bench.add("H1", "尾号人", "phone", "+86 159-0000-7351");
        bench.add("H1", "邮箱人", "mail", "a7351@example.com");

        for (String typed : List.of("7351", "00007351", "159 0000 7351")) {
            assertThat(page(manager, "/people?q=" + typed)).as(typed).contains("尾号人");
        }
        assertThat(page(manager, "/people?q=7352")).doesNotContain("尾号人");
    }

    @Test
    void one_person_written_down_twice_becomes_one_and_two_again() throws Exception {
        long stays = bench.add("H1", "穆清", "phone", "13700001111");
        long goes = bench.add("H2", "Mu Qing", "phone", "+86 137 0000 1111");
        assertThat(page(cast.controller(), "/people/" + stays + "/merges"))
                .contains("Mu Qing", "same name", "same phone");
        assertThat(page(cast.controller(), "/people/" + stays + "/merges?with=" + goes))
                .contains("Merge these two");

        send(cast.controller(), post("/people/{id}/merges", stays).param("with", String.valueOf(goes)))
                .andExpect(redirectedUrl("/people/" + stays));
        assertThat(page(manager, "/people/" + stays)).contains("H1", "H2", "137 0000 1111");
        assertThat(page(manager, "/people?q=Mu Qing")).contains("穆清");
        send(cast.controller(), get("/people/" + goes)).andExpect(redirectedUrl("/people/" + stays));
        send(manager, get("/people/" + goes)).andExpect(redirectedUrl("/people/" + stays));
        send(cast.viewer(), get("/people/" + goes)).andExpect(status().isNotFound());

        long merge = bench.count(cast.director(), "select max(id) from accounts.person_merge");
        send(cast.controller(), post("/people/{id}/merges/{merge}/undoing", stays, merge))
                .andExpect(redirectedUrl("/people/" + goes));
        assertThat(page(manager, "/people/" + stays)).doesNotContain("accounts/H2/people");
        assertThat(page(manager, "/people/" + goes)).contains("accounts/H2/people");
        assertThat(page(manager, "/people?q=Mu Qing")).contains("/people/" + goes);
    }
}
