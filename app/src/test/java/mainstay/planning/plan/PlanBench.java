package mainstay.planning.plan;

import static java.util.Objects.requireNonNull;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.portfolio.Standings;
import mainstay.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Makes plans as managers would, in English.
@TestComponent
public class PlanBench {

    private final MockMvc web;
    private final Cast cast;
    private final Archive archive;
    private final PersonBench people;
    private final Standings standings;
    private final PlanReading reading;

    PlanBench(MockMvc web, Cast cast, Archive archive, PersonBench people, Standings standings, PlanReading reading) {
        this.web = web;
        this.cast = cast;
        this.archive = archive;
        this.people = people;
        this.standings = standings;
        this.reading = reading;
    }

    /// Accounts with standings, and who manages them.
    public User manager(String name, String fullName, String... codes) {
        archive.accounts(codes);
        User manager = cast.another(name, fullName, Role.KAM);
        for (String code : codes) {
            archive.grant(code, manager, Level.FULL);
        }
        Acting.asOperator(() -> standings.renew(LocalDate.of(2026, 11, 4)));
        return manager;
    }

    public ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    public ResultActions call(User user, String address) throws Exception {
        return web.perform(get(address).header("Authorization", "Bearer " + cast.token(user)));
    }

    public String page(User user, String address) throws Exception {
        return send(user, get(address)).andReturn().getResponse().getContentAsString();
    }

    public String refused(User user, MockHttpServletRequestBuilder request) throws Exception {
        return send(user, request)
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    public static MockHttpServletRequestBuilder started(String code, String playbook, String from, String to) {
        return post("/accounts/" + code + "/plan")
                .param("playbook", playbook)
                .param("title", "Plan " + code + " " + from.substring(0, 4))
                .param("periodFrom", from)
                .param("periodTo", to)
                .param("submission", UUID.randomUUID().toString());
    }

    public long start(User user, String code, String playbook) throws Exception {
        return start(user, started(code, playbook, "2027-01-01", "2027-12-31"));
    }

    public long start(User user, MockHttpServletRequestBuilder request) throws Exception {
        String path = requireNonNull(send(user, request)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    public PlanView view(long plan) {
        return Acting.asOperator(() -> reading.at(plan));
    }

    /// Work for one person until 20 November.
    public static MockHttpServletRequestBuilder item(String address, String title, User responsible, String starts) {
        return item(address, title, responsible, starts, "open");
    }

    public static MockHttpServletRequestBuilder item(
            String address, String title, User responsible, String starts, String state) {
        return post(address)
                .param("title", title)
                .param("form", "visit")
                .param("state", state)
                .param("startsOn", starts)
                .param("dueOn", "2026-11-20")
                .param("standard", "Seen by others")
                .param("responsible", String.valueOf(responsible.id()))
                .param("accountable", String.valueOf(responsible.id()))
                .param("version", "1")
                .param("submission", UUID.randomUUID().toString());
    }

    /// The same in a plan, from 16 November on.
    public static MockHttpServletRequestBuilder item(long plan, String title, User responsible) {
        return item("/plans/" + plan + "/work-items", title, responsible, "2026-11-16");
    }

    public long add(User user, MockHttpServletRequestBuilder item) throws Exception {
        send(user, item).andExpect(status().is3xxRedirection());
        return people.count(cast.director(), "select max(id) from planning.work_item");
    }
}
