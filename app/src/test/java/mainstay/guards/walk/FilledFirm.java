package mainstay.guards.walk;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import mainstay.accounts.people.PersonBench;
import mainstay.approvals.Approvals;
import mainstay.dossier.Archive;
import mainstay.dossier.custody.LoanBench;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.portfolio.Standings;
import mainstay.portfolio.value.Values;
import mainstay.rating.Ratings;
import mainstay.relationships.ActivityBench;
import mainstay.terms.rebate.Accruals;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A firm with one account about which everything is written that the product keeps, each kind with a word of its own
/// ([Told]), through the same forms that people use.
final class FilledFirm {

    static final String OURS = "HX1";
    static final String THEIRS = "HX2";
    static final String THIRD = "HX3";
    private static final String TODAY = "2026-11-16";

    private final Map<String, Long> numbers = new HashMap<>();
    private final ImportDesk imports;
    private final Archive archive;
    private final PersonBench people;
    private final LoanBench loans;
    private final ActivityBench activities;
    private final Approvals approvals;
    private final Standings standings;
    private final Ratings ratings;
    private final Values values;
    private final Accruals accruals;
    private final Cast cast;

    FilledFirm(
            ImportDesk imports,
            Archive archive,
            PersonBench people,
            LoanBench loans,
            ActivityBench activities,
            Approvals approvals,
            Standings standings,
            Ratings ratings,
            Values values,
            Accruals accruals,
            Cast cast) {
        this.imports = imports;
        this.archive = archive;
        this.people = people;
        this.loans = loans;
        this.activities = activities;
        this.approvals = approvals;
        this.standings = standings;
        this.ratings = ratings;
        this.values = values;
        this.accruals = accruals;
        this.cast = cast;
    }

    /// @param what the name of a thing that was written
    long number(String what) {
        return Objects.requireNonNull(numbers.get(what), what);
    }

    void fill(Walkers walkers) throws Exception {
        books();
        archive.grant(OURS, walkers.user(Reader.MANAGER), Level.FULL);
        archive.grant(THEIRS, walkers.user(Reader.OTHER_MANAGER), Level.FULL);
        User deputy = cast.another("walk.deputy", "Deputy", Role.KAM);
        cast.another("walk.second", "Second Director", Role.DIRECTOR);
        loans.name(archive.card(OURS), walkers.user(Reader.CUSTODIAN), deputy);
        colleagues(walkers);
        archive(walkers);
        loan(walkers);
        people(walkers);
        doings(walkers);
        plan(walkers);
        terms(walkers);
        confidential(walkers);
        Acting.asOperator(() -> standings.renew(LocalDate.of(2026, 11, 14)));
        ratings.ensureCurrent();
        values.ensureCurrent();
        finding();
    }

    private void books() {
        SmallFiles.bring(imports, Kind.ACCOUNTS, """
                code,name,region,credit limit,payment term
                HX1,Zqname Works,North,6161616,30
                HX2,Zqelsewhere Works,South,5000,30
                HX3,Middle Works,South,7000,30
                """);
        SmallFiles.bring(imports, Kind.PRODUCTS, "code,name,category,floor price,unit\nTEA,Green tea,tea,10,kg\n");
        SmallFiles.bring(imports, Kind.SALES, """
                customer,document,date,product,amount
                HX1,zqinvoice,2026-02-10,TEA,7654321
                HX2,D2,2026-03-01,TEA,1000
                HX3,D3,2026-03-01,TEA,50000
                HX3,D4,2026-11-13,TEA,1
                """);
        SmallFiles.bring(imports, Kind.RECEIVABLES, """
                customer,number,issued,due,amount
                HX1,zqowed,2026-10-01,2026-11-01,3141592
                """);
    }

    private void colleagues(Walkers walkers) throws Exception {
        User member = walkers.user(Reader.MEMBER);
        walkers.send(
                Reader.DIRECTOR,
                post("/accounts/HX1/team/members")
                        .param("user", "" + member.id())
                        .param("function", "finance")
                        .param("role", "assistant")
                        .param("responsibility", Told.PLACE_IN_TEAM.word())
                        .param("from", "2026-11-01")
                        .param("bonusShare", "3")
                        .param("benefit", Told.BONUS.word()));
        numbers.put("member", latest("team.member"));
        numbers.put("user", member.id());
        walkers.send(
                Reader.DIRECTOR,
                post("/team/people/{name}/competence", member.name())
                        .param("assessedOn", "2026-11-10")
                        .param("knowledge", "4")
                        .param("skill", "3")
                        .param("attitude", "5")
                        .param("steps", Told.COMPETENCE.word())
                        .param("nextOn", "2027-05-10"));
        User leaver = cast.another("walk.leaver", "Leaver", Role.KAM);
        String pool = "" + leaver.id();
        walkers.send(Reader.DIRECTOR, post("/team/coverage/pool").param("user", pool));
        numbers.put(
                "handover",
                Walkers.number(walkers.send(
                        Reader.DIRECTOR,
                        post("/team/leaving/walk.leaver")
                                .param("reason", Told.LEAVING.word())
                                .param("heir-pools", "" + member.id()))));
        walkers.send(
                Reader.MANAGER,
                post("/sign-in")
                        .param("name", Reader.MANAGER.userName())
                        .param("password", Cast.PASSWORD)
                        .with(request -> {
                            request.setRemoteAddr(Told.SIGNED_IN_FROM.word());
                            return request;
                        }));
        numbers.put(
                "view",
                Walkers.number(walkers.send(
                        Reader.MANAGER,
                        post("/accounts/views")
                                .param("name", Told.OWN_VIEW.word())
                                .param("region", "North"))));
    }

    private void archive(Walkers walkers) throws Exception {
        fact(walkers, Reader.MANAGER, OURS, "legalForm", Told.FACT_OF_CARD.word(), "a visit");
        fact(walkers, Reader.MANAGER, OURS, "policy", Told.FACT_OF_BUSINESS.content(), "a visit");
        fact(walkers, Reader.MANAGER, OURS, "problems", Told.FACT_IN_FULL.content(), "a visit");
        fact(walkers, Reader.MANAGER, OURS, "attitude", Told.FACT_LENT.content(), Told.SOURCE_LENT.word());
        fact(walkers, Reader.OTHER_MANAGER, THEIRS, "attitude", Told.OTHER_FACT.word(), "a visit");
        paper(walkers, Told.PAPER_OF_BUSINESS, "2", "basic", "plain");
        paper(walkers, Told.PAPER_LENT, "3", "business", "plain");
        paper(walkers, Told.PAPER_IN_FULL, "3", "transaction", Told.CONTENT_IN_FULL.word());
        numbers.put("paper", latest("dossier.document"));
    }

    private static void fact(Walkers walkers, Reader author, String account, String field, String value, String source)
            throws Exception {
        walkers.send(
                author,
                post("/accounts/{code}/archive/{field}", account, field)
                        .param("value", value)
                        .param("source", source)
                        .param("observedOn", "2026-11-01")
                        .param("confidence", "reported")
                        .param("seen", ""));
    }

    private static void paper(Walkers walkers, Told name, String level, String part, String content) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        walkers.send(
                Reader.DIRECTOR,
                multipart("/accounts/HX1/documents")
                        .file(new MockMultipartFile("file", name.content() + ".txt", "text/plain", bytes))
                        .param("level", level)
                        .param("part", part)
                        .content(new byte[1]));
    }

    private void loan(Walkers walkers) throws Exception {
        long loan = Walkers.number(walkers.send(
                Reader.BORROWER,
                post("/archive/loans")
                        .param("account", OURS)
                        .param("part", "business")
                        .param("purpose", Told.LOAN.word())
                        .param("days", "3")));
        numbers.put("loan", loan);
        decide(walkers, "borrowing", "" + loan, "as asked", Reader.CUSTODIAN);
    }

    private void decide(Walkers walkers, String kind, String subject, String remark, Reader... deciders)
            throws Exception {
        String request = Acting.asOperator(() -> approvals.latest(kind, subject))
                .orElseThrow()
                .path();
        for (Reader decider : deciders) {
            walkers.send(
                    decider,
                    post(request + "/decisions").param("decision", "granted").param("remark", remark));
        }
    }

    private void people(Walkers walkers) throws Exception {
        long person = people.add(
                OURS,
                PersonBench.form(
                        "Zqperson Baitman", "", "phone", Told.PHONE.word(), "mail", "baitmail.zqmail@walk.example"),
                PersonBench.position("purchasing", "2020-01-01", ""));
        numbers.put("person", person);
        numbers.put("position", latest("accounts.position"));
        walkers.send(
                Reader.CUSTODIAN,
                post("/accounts/{code}/archive/personal/{person}/{field}", OURS, person, "interests")
                        .param("word", Told.PERSONAL.content())
                        .param("purpose", "conversation")
                        .param("source", "told us so")
                        .param("observedOn", "2026-11-10")
                        .param("expiresOn", "2027-05-10")
                        .param("seen", ""));
        walkers.send(
                Reader.MANAGER,
                post("/people/{id}/gifts", person)
                        .param("account", OURS)
                        .param("direction", "given")
                        .param("kind", "gift")
                        .param("givenOn", "2026-09-25")
                        .param("worth", "12")
                        .param("occasion", Told.GIFT.word())
                        .param("submission", UUID.randomUUID().toString()));
        String disclosure = walkers.send(
                Reader.DIRECTOR,
                post("/people/{id}/privacy", person)
                        .param("askedOn", "2026-11-15")
                        .param("way", "letter"));
        numbers.put("disclosure", Walkers.number(disclosure));
    }

    private void doings(Walkers walkers) throws Exception {
        User manager = walkers.user(Reader.MANAGER);
        numbers.put("activity", activities.add(manager, OURS, "visit", TODAY, "30", Told.VISIT.word()));
        User other = walkers.user(Reader.OTHER_MANAGER);
        numbers.put("internal", activities.add(other, "", "coordination", TODAY, "30", Told.AMONG_US.word()));
        walkers.send(
                Reader.MANAGER,
                post("/accounts/HX1/needs")
                        .param("title", Told.NEED.content())
                        .param("kind", "wish")
                        .param("priority", "1")
                        .param("source", "said at the visit")
                        .param("voicedOn", "2026-11-01")
                        .param("state", "open")
                        .param("submission", UUID.randomUUID().toString()));
        numbers.put("need", latest("planning.need"));
        walkers.send(
                Reader.MANAGER,
                post("/accounts/HX1/barriers")
                        .param("side", "ours")
                        .param("kind", "training")
                        .param("amount", "100")
                        .param("confirmed", "false")
                        .param("note", Told.BARRIER.word())
                        .param("knownOn", "2026-11-01")
                        .param("ended", ""));
        walkers.send(
                Reader.MANAGER,
                post("/accounts/HX1/assessments")
                        .param("criterion", "philosophy")
                        .param("mark", "4")
                        .param("evidence", Told.ASSESSMENT.word())
                        .param("assessedOn", "2026-11-10"));
    }

    private void plan(Walkers walkers) throws Exception {
        walkers.send(
                Reader.MANAGER,
                post("/accounts/HX1/plan")
                        .param("playbook", "empty")
                        .param("title", "Plan of the walk")
                        .param("periodFrom", "2027-01-01")
                        .param("periodTo", "2027-12-31")
                        .param("submission", UUID.randomUUID().toString()));
        long plan = latest("planning.plan");
        numbers.put("plan", plan);
        String path = "/plans/" + plan;
        walkers.send(
                Reader.MANAGER,
                versioned(post(path + "/strategy"), plan)
                        .param("title", "Plan of the walk")
                        .param("periodFrom", "2027-01-01")
                        .param("periodTo", "2027-12-31")
                        .param("understanding", Told.STRATEGY.word()));
        walkers.send(
                Reader.MANAGER,
                post(path + "/goals")
                        .param("metric", "revenue")
                        .param("base", "900")
                        .param("dueOn", "2027-12-31")
                        .param("submission", UUID.randomUUID().toString()));
        numbers.put("goal", latest("planning.goal"));
        walkers.send(
                Reader.MANAGER,
                post(path + "/risks")
                        .param("what", Told.RISK.word())
                        .param("likelihood", "2")
                        .param("impact", "3")
                        .param("submission", UUID.randomUUID().toString()));
        walkers.send(
                Reader.MANAGER,
                post(path + "/reviews")
                        .param("heldOn", TODAY)
                        .param("attendees", "all")
                        .param("rating", "4")
                        .param("summary", Told.REVIEW.word())
                        .param("decisions", "")
                        .param("submission", UUID.randomUUID().toString()));
        String manager = "" + walkers.user(Reader.MANAGER).id();
        walkers.send(
                Reader.MANAGER,
                post(path + "/work-items")
                        .param("title", Told.WORK.word())
                        .param("form", "visit")
                        .param("state", "open")
                        .param("startsOn", TODAY)
                        .param("dueOn", "2026-11-20")
                        .param("standard", "Seen by others")
                        .param("responsible", manager)
                        .param("accountable", manager)
                        .param("submission", UUID.randomUUID().toString()));
        numbers.put("work", latest("planning.work_item"));
        walkers.send(Reader.MANAGER, versioned(post(path + "/approval"), plan).param("reason", "Five percent more"));
        decide(walkers, "plan", plan + ".1", "good", Reader.DIRECTOR);
    }

    private MockHttpServletRequestBuilder versioned(MockHttpServletRequestBuilder form, long plan) {
        return form.param("version", "" + owned("select version from planning.plan where id = " + plan));
    }

    private void terms(Walkers walkers) throws Exception {
        agreement(walkers, Reader.MANAGER, "paymentTerm", "90", "2026-12-01", Told.TERMS.word());
        long account = archive.card(OURS).id();
        String request = Acting.asOperator(() -> approvals.ofAccount(account, 1))
                .getFirst()
                .path();
        numbers.put("request", Walkers.number(request));
        for (Reader decider : new Reader[] {Reader.CONTROLLER, Reader.DIRECTOR}) {
            walkers.send(
                    decider,
                    post(request + "/decisions").param("decision", "granted").param("remark", Told.REMARK.word()));
        }
        walkers.send(
                Reader.MANAGER,
                post("/accounts/HX1/prices")
                        .param("product", "TEA")
                        .param("price", "12")
                        .param("currency", "CNY")
                        .param("from", "2026-11-11")
                        .param("reason", Told.PRICE.word()));
    }

    private static void agreement(
            Walkers walkers, Reader author, String measure, String value, String from, String reason) throws Exception {
        walkers.send(
                author,
                post("/accounts/HX1/terms/agreements")
                        .param("measure", measure)
                        .param("value", value)
                        .param("from", from)
                        .param("until", "")
                        .param("reason", reason));
    }

    /// One ladder that holds, and one that is asked for.
    private void confidential(Walkers walkers) throws Exception {
        ladder(Told.CONFIDENTIAL_LADDER.word());
        ladder(Told.CONFIDENTIAL_REQUEST.word());
        numbers.put("ladder", latest("terms.ladder") - 1);
        execute("""
                insert into terms.agreement (account_id, measure, word, valid_from, valid_until, reason, asked_by, asked_at, granted_at)
                select id, 'rebateLadder', '%s', '2026-01-01', '2026-12-31', 'story', 'story', now(), now()
                from accounts.account where code = 'HX1'
                """.formatted(Told.CONFIDENTIAL_LADDER.word()));
        accruals.ensureCurrent();
        agreement(
                walkers, Reader.DIRECTOR, "rebateLadder", Told.CONFIDENTIAL_REQUEST.word(), "2027-01-01", "Between us");
        long request = latest("approvals.request");
        numbers.put("whisper", request);
        walkers.send(Reader.DIRECTOR, post("/approvals/{id}/remarks", request).param("remark", "zqhush"));
    }

    private static void ladder(String name) {
        execute("""
                insert into terms.ladder (name, confidential, roles, author, created_at)
                values ('%s', true, '{director}', 'story', now())
                """.formatted(name), """
                insert into terms.ladder_version (ladder_id, version, basis, period, spread, currency, categories, valid_from, author,
                                                  drafted_at, published_by, published_at)
                select id, 1, 'revenue', 'year', 'whole', 'CNY', '{}', '2026-01-01', 'story', now(), 'story', now()
                from terms.ladder where name = '%s'
                """.formatted(name), """
                insert into terms.ladder_step (version_id, ladder_id, place, threshold, rate)
                select v.id, v.ladder_id, 1, 10, 0.04
                from terms.ladder_version v join terms.ladder l on l.id = v.ladder_id where l.name = '%s'
                """.formatted(name));
    }

    private void finding() {
        execute("""
                insert into rating.finding (test, account_id, period_from, period_to, strength, measure, evidence, money, figures, found_at,
                                            changed_at, verdict, reason, judged_by, judged_at)
                select 'territory', id, date '2026-07-01', date '2026-09-30', 3, 0.25, 5, 300000000, '{}'::jsonb, now(), now(),
                       'confirmed', '%s', 'story', now()
                from accounts.account where code = 'HX1'
                """.formatted(Told.FINDING.word()));
        numbers.put("finding", latest("rating.finding"));
    }

    private static void execute(String... statements) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), statements);
    }

    private long latest(String table) {
        return owned("select max(id) from " + table);
    }

    /// As the local operator; nothing asked here is personal.
    private long owned(String sql) {
        return people.count(cast.director(), sql);
    }
}
