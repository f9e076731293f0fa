package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainstay.accounts.ListTestbed.Told;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@Story
class SavedViewTests {

    private static final String VIEWS = "/accounts/views";

    private final ListTestbed list;
    private final Cast cast;

    @Autowired
    SavedViewTests(MockMvc web, Cast cast, AccountMasters masters, BatchNumbers numbers) {
        this.list = new ListTestbed(web, cast, masters, numbers);
        this.cast = cast;
    }

    @BeforeEach
    void three_shops() {
        list.bring(
                new Told("S-1", "Harbour & Sons", "North", null, 5L),
                new Told("S-2", "<b>Old</b> Mill", "South", null, 7L),
                new Told("S-3", "大客户", "South", null, null));
    }

    @Test
    void what_the_list_shows_is_kept_under_a_name_and_opens_again() throws Exception {
        User chen = cast.controller();
        String path = saved(chen, "South by name", "region", "South", "sort", "name", "columns", "creditLimit,code");

        assertThat(path).startsWith("/accounts?region=South&sort=name&columns=creditLimit%2Ccode&view=");
        assertThat(list.text(chen, path))
                .contains("View: South by name", "大客户", "&lt;b&gt;Old&lt;/b&gt; Mill")
                .doesNotContain("Harbour", "sort=-stars");
        assertThat(list.text(chen, path + "&q=Old")).contains("changed since it was opened");
        assertThat(list.look(chen, VIEWS + "/" + number(path)).getRedirectedUrl())
                .isEqualTo(path);
    }

    @Test
    void a_view_of_ones_own_is_not_there_for_others_until_it_is_shared() throws Exception {
        User chen = cast.controller();
        User wang = cast.director();
        String own = VIEWS + "/" + number(saved(chen, "Mine", "region", "North"));

        assertThat(list.look(wang, own).getStatus()).isEqualTo(404);
        assertThat(list.text(wang, VIEWS + "/menu")).doesNotContain("Mine");

        list.send(chen, own + "/sharing", "shared", "true");
        assertThat(list.look(wang, own).getStatus()).isEqualTo(302);
        assertThat(list.text(wang, VIEWS + "/menu")).contains("Mine", chen.fullName());

        list.send(chen, own + "/sharing", "shared", "false");
        assertThat(list.look(wang, own).getStatus()).isEqualTo(404);
    }

    @Test
    void only_the_owner_or_an_administrator_changes_a_shared_view() throws Exception {
        User chen = cast.controller();
        String view = VIEWS + "/" + number(saved(chen, "Team", "region", "South", "shared", "true"));

        for (String change : List.of("/name", "/sharing", "/state", "/removal")) {
            assertThat(list.send(cast.director(), view + change, "name", "Stolen", "shared", "false")
                            .getStatus())
                    .as(change)
                    .isEqualTo(403);
        }
        assertThat(list.send(cast.administrator(), view + "/name", "name", "The team")
                        .getStatus())
                .isEqualTo(302);
        assertThat(list.text(chen, VIEWS)).contains("The team");
        assertThat(list.send(cast.administrator(), view + "/sharing", "shared", "false")
                        .getStatus())
                .isEqualTo(302);
        assertThat(list.send(cast.administrator(), view + "/name", "name", "Peeped")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void one_name_stands_once_for_each_owner() throws Exception {
        User chen = cast.controller();
        saved(chen, "Twice", "region", "South");

        MockHttpServletResponse again = list.send(chen, VIEWS, "name", " twice ", "region", "North");
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString())
                .contains("There is a view called twice already", "value=\" twice \"", "North");
        assertThat(saved(cast.director(), "Twice", "region", "North")).contains("North");

        for (String nameless : List.of("", "   ", "x".repeat(61))) {
            assertThat(list.send(chen, VIEWS, "name", nameless).getStatus())
                    .as(nameless)
                    .isEqualTo(422);
        }
    }

    @Test
    void a_removed_view_can_be_brought_back_unless_its_name_was_taken_meanwhile() throws Exception {
        User chen = cast.controller();
        String view = VIEWS + "/" + number(saved(chen, "Gone", "region", "South"));

        list.send(chen, view + "/removal");
        assertThat(list.look(chen, view).getStatus()).isEqualTo(404);
        String after = saved(chen, "Gone", "region", "North");
        list.send(chen, view + "/return");
        assertThat(list.look(chen, view).getStatus()).isEqualTo(404);

        list.send(chen, VIEWS + "/" + number(after) + "/removal");
        list.send(chen, view + "/return");
        assertThat(list.look(chen, view).getRedirectedUrl()).contains("region=South");
    }

    @Test
    void the_list_opens_with_the_view_that_was_chosen_for_it() throws Exception {
        User li = cast.viewer();
        assertThat(list.look(li, "/accounts").getStatus()).isEqualTo(200);

        String path = saved(li, "Mornings", "region", "South", "usual", "true");
        assertThat(list.look(li, "/accounts").getRedirectedUrl()).isEqualTo(path);
        assertThat(list.look(li, "/accounts?view=0").getStatus()).isEqualTo(200);
        assertThat(list.look(cast.agent(), "/accounts").getStatus()).isEqualTo(200);

        list.send(li, VIEWS + "/0/opening");
        assertThat(list.look(li, "/accounts").getStatus()).isEqualTo(200);
    }

    @Test
    void a_default_that_is_not_shared_any_more_leaves_the_whole_list() throws Exception {
        User chen = cast.controller();
        User zhao = cast.agent();
        String view = VIEWS + "/" + number(saved(chen, "Passing", "region", "South", "shared", "true"));
        list.send(zhao, view + "/opening");
        assertThat(list.look(zhao, "/accounts").getRedirectedUrl()).contains("region=South");

        list.send(chen, view + "/sharing", "shared", "false");
        assertThat(list.look(zhao, "/accounts").getStatus()).isEqualTo(200);
    }

    @Test
    void a_view_of_a_region_that_vanished_still_opens_and_names_it() throws Exception {
        User chen = cast.controller();
        String path = saved(chen, "Old map", "region", "Atlantis", "columns", "lostColumn,region", "sort", "name");

        assertThat(list.look(chen, path).getStatus()).isEqualTo(200);
        assertThat(list.text(chen, path))
                .contains("Nothing matches", "<option value=\"Atlantis\" selected>", "Atlantis <span");
    }

    @Test
    void a_shared_view_shows_nobody_more_than_they_may_see() throws Exception {
        String path = saved(cast.director(), "Limits", "columns", "creditLimit,revenue", "shared", "true");

        assertThat(list.text(cast.director(), path)).contains("Credit limit", "Harbour", "Revenue");
        assertThat(list.text(cast.viewer(), path)).contains("Harbour").doesNotContain("Revenue", ">5<");
        assertThat(list.text(cast.keyAccountManager(), path)).doesNotContain("Harbour");
    }

    @Test
    void a_name_is_a_name_whatever_stands_in_it() throws Exception {
        User chen = cast.controller();
        saved(chen, "<script>alert(1)</script>", "region", "=cmd|' /C calc'!A0", "shared", "true");

        for (User reader : List.of(chen, cast.director())) {
            assertThat(list.text(reader, VIEWS))
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert");
            assertThat(list.text(reader, VIEWS + "/menu")).doesNotContain("<script>alert");
        }
    }

    @Test
    void the_present_state_can_be_put_under_an_old_name() throws Exception {
        User chen = cast.controller();
        String path = saved(chen, "Moving", "region", "South");
        String view = VIEWS + "/" + number(path);

        String kept = list.send(chen, view + "/state", "region", "North", "sort", "code")
                .getRedirectedUrl();
        assertThat(kept).contains("region=North", "sort=code", "view=" + number(path));
        assertThat(list.look(chen, view).getRedirectedUrl()).isEqualTo(kept);
    }

    private String saved(User owner, String name, String... state) throws Exception {
        String[] fields = new String[state.length + 2];
        fields[0] = "name";
        fields[1] = name;
        System.arraycopy(state, 0, fields, 2, state.length);
        MockHttpServletResponse answer = list.send(owner, VIEWS, fields);
        assertThat(answer.getStatus()).as(name).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }

    private static String number(String path) {
        Matcher number = Pattern.compile("view=(\\d+)").matcher(path);
        assertThat(number.find()).isTrue();
        return number.group(1);
    }
}
