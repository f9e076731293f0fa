package mainstay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Pages and API calls on a large firm: rate, time of answers, processor time of application and database.
final class PagesBench {

    private static final String[] WORDS = {"东莞", "华兴", "C000123", "C09", "机械", "Manager", "恒通电子", "77"};
    private static final int WARM_UP_SECONDS = 40;
    private static final String[] SORTS = {
        "name", "-name", "code", "region", "category", "manager", "-creditLimit", "-openedOn", "-revenue", "-stars"
    };

    private final Path work;
    private final Sizes sizes;

    PagesBench(Path work, Sizes sizes) {
        this.work = work;
        this.sizes = sizes;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (Installed installed = new LargeFirm(work, sizes).open(false)) {
            String token = installed.command("user", "token", "admin").strip();
            String password = installed.passwordOf("manager");
            Measured measured = new Measured(
                    installed,
                    sizes,
                    "accounts=%d lines=%d connections=%d"
                            .formatted(sizes.accounts(), sizes.lines(), sizes.connections()));
            measured.warmUp(list(), WARM_UP_SECONDS);
            for (Question question : questions(token)) {
                measured.measure(question, "director", "admin", Installed.PASSWORD);
            }
            for (Question question : List.of(list(), search(), account(50), portfolio())) {
                measured.measure(question, "manager", "manager", password);
            }
            measured.print("application.peak", new CpuClock(installed.application()).peakMegabytes(), "MB");
        }
    }

    private List<Question> questions(String token) {
        List<Question> all = new ArrayList<>(List.of(list()));
        for (String sort : SORTS) {
            all.add(Question.page("list sort=" + sort, number -> "/accounts?sort=" + sort));
        }
        all.add(Question.page("list page=1500", number -> "/accounts?sort=name&page=" + (1_500 + number % 400)));
        all.add(search());
        all.add(account(5_000));
        all.add(Question.api("account by API", token, number -> "/api/v1/accounts/" + code(number, 100_000)));
        all.add(Question.post(
                "create account by API",
                token,
                "/api/v1/accounts",
                number ->
                        "{\"code\": \"N%d\", \"name\": \"New %d\", \"manager\": \"M007\"}".formatted(number, number)));
        all.add(Question.once(
                "credit check by API",
                token,
                "/api/v1/credit-checks",
                number -> "{\"account\": \"%s\", \"stage\": \"order\", \"amount\": 10, \"order\": \"B%d\"}"
                        .formatted(code(number, 100_000), number)));
        all.add(portfolio());
        return all;
    }

    static Question list() {
        return Question.page("list", number -> "/accounts");
    }

    private static Question search() {
        return Question.page(
                "search", number -> "/search/results?q=" + Visitor.encoded(WORDS[(int) (number % WORDS.length)]));
    }

    Question account(int among) {
        return Question.page("account", number -> "/accounts/" + code(number, among));
    }

    private static Question portfolio() {
        return Question.page("portfolio", number -> "/portfolio");
    }

    private String code(long number, int among) {
        return Wholesaler.code((int) (number * 7_919 % Math.min(among, sizes.accounts())));
    }
}
