package mainstay.team;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.shared.web.Text;
import mainstay.team.duty.Assigning;
import mainstay.team.duty.CoverageBoard;
import mainstay.team.duty.DutyDesk;
import mainstay.team.duty.Field;
import mainstay.team.duty.Gap;
import mainstay.team.member.MemberForm;
import mainstay.team.member.TeamDesk;
import mainstay.testing.Cast;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Makes teams and duties as people would.
@TestComponent
public class TeamBench {

    private final Archive archive;
    private final TeamDesk team;
    private final DutyDesk duties;
    private final Assigning assigning;
    private final CoverageBoard board;
    private final Cast cast;
    private final MockMvc web;

    TeamBench(
            Archive archive,
            TeamDesk team,
            DutyDesk duties,
            Assigning assigning,
            CoverageBoard board,
            Cast cast,
            MockMvc web) {
        this.archive = archive;
        this.team = team;
        this.duties = duties;
        this.assigning = assigning;
        this.board = board;
        this.cast = cast;
        this.web = web;
    }

    public static MemberForm form(User user, String role, String share, String from, String until) {
        return new MemberForm(String.valueOf(user.id()), "support", role, "", "", "", share, "", from, until, "", "");
    }

    public Map<String, Text> join(String account, MemberForm form) {
        return cast.as(cast.director(), () -> team.add(card(account), form));
    }

    public AccountCard card(String account) {
        return archive.card(account);
    }

    /// Number of a field of work that came along.
    public int field(String code) {
        return Acting.asOperator(duties::fields).stream()
                .filter(field -> code.equals(field.code()))
                .map(Field::id)
                .findFirst()
                .orElseThrow();
    }

    public void give(String account, String field, User user, String part) {
        Acting.asOperator(() -> assigning.all(card(account), List.of(DutyDesk.Wish.of(field(field), user.id(), part))))
                .ifPresent(why -> {
                    throw new IllegalStateException(why.toString());
                });
    }

    /// Makes somebody accountable in all fields of work.
    public void cover(String account, User user) {
        Acting.asOperator(() -> duties.fields()).stream()
                .filter(field -> !field.retired())
                .forEach(field -> give(account, String.valueOf(field.code()), user, "accountable"));
    }

    /// Gaps of one account, as the director sees them.
    public List<Gap> gaps(String account) {
        return cast.as(cast.director(), () -> board.at(card(account).id()));
    }

    public void away(User user, LocalDate from, LocalDate until, User deputy) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into identity.absence (user_id, deputy_id, first_day, last_day, recorded_by, recorded_at)
                values (%d, %s, '%s', '%s', 'story', now())
                """.formatted(
                        user.id(), deputy.id() == user.id() ? "null" : String.valueOf(deputy.id()), from, until));
    }

    public ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    public String page(User user, String address) throws Exception {
        return send(user, get(address)).andReturn().getResponse().getContentAsString();
    }

    /// As a program that acts for somebody.
    public ResultActions call(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + cast.token(user)));
    }

    public String answer(User user, String address) throws Exception {
        return call(user, get(address)).andReturn().getResponse().getContentAsString();
    }
}
