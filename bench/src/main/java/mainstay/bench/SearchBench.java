package mainstay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// Search where the archive holds very many facts: words that few, some and very many of them have, in either
/// script, with accounts, people and documents looked through beside them.
final class SearchBench {

    private static final int WARM_UP_SECONDS = 20;
    private static final String[] COMMON = {"扩建", "采购委员会", "delivery", "payment terms", "阀门", "Mondays"};
    private static final String[] PINYIN = {"lenglianwuliu", "jingmimuju", "fmhmfj", "huadong"};

    private final Path work;
    private final Sizes sizes;

    SearchBench(Path work, Sizes sizes) {
        this.work = work;
        this.sizes = sizes;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (Installed installed = new LargeFirm(work, sizes).openWithFacts()) {
            String manager = installed.passwordOf("manager");
            String director = installed.passwordOf("director");
            Measured measured = new Measured(
                    installed,
                    sizes,
                    "accounts=%d lines=%d facts=%d connections=%d"
                            .formatted(sizes.accounts(), sizes.lines(), sizes.facts(), sizes.connections()));
            measured.warmUp(results("", List.of(COMMON)), WARM_UP_SECONDS);
            for (Question question : questions()) {
                measured.measure(question, "director", "director", director);
            }
            for (Question question : questions()) {
                measured.measure(question, "manager", "manager", manager);
            }
            measured.print("application.peak", new CpuClock(installed.application()).peakMegabytes(), "MB");
        }
    }

    private static List<Question> questions() {
        return List.of(
                Question.page("search of a rare word", number -> path(ManyFacts.word(number))),
                results("search of common words", List.of(COMMON)),
                results("search by pinyin", List.of(PINYIN)),
                Question.page("search, mixed", number -> path(mixed(number))));
    }

    private static Question results(String name, List<String> words) {
        return Question.page(name, number -> path(words.get((int) (number % words.size()))));
    }

    private static String mixed(long number) {
        return switch ((int) (number % 4)) {
            case 0 -> COMMON[(int) (number / 4 % COMMON.length)];
            case 1 -> PINYIN[(int) (number / 4 % PINYIN.length)];
            default -> ManyFacts.word(number);
        };
    }

    private static String path(String word) {
        return "/search/results?q=" + Visitor.encoded(word);
    }
}
