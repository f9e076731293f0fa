package mainstay.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The entry of `bin/bench`.
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < arguments.length; i++) {
            String[] parts = arguments[i].replaceFirst("^--", "").split("=", 2);
            options.put(parts[0], parts.length == 2 ? parts[1] : "true");
        }
        Sizes sizes = Sizes.of(options);
        Path work = Path.of(options.getOrDefault("work", "bench/target/work")).toAbsolutePath();
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "import" -> new ImportBench(work, sizes).run();
            case "onto" -> new OntoBench(work, sizes).run();
            case "pages" -> new PagesBench(work, sizes).run();
            case "policy" -> new PolicyBench(work, sizes).run();
            case "team" -> new BoardBench(work, sizes).run();
            case "deck" -> new DeckBench(work, sizes).run();
            case "rating" -> new RatingBench(work, sizes).run();
            case "search" -> new SearchBench(work, sizes).run();
            case "backup" -> new BackupBench(work, sizes).run();
            case "effect" -> new EffectBench(work, sizes).run();
            case "plans" -> new Plans(work).run();
            case "fit" -> new FitBench(Integer.parseInt(options.getOrDefault("customers", "1000000"))).run();
            default -> {
                System.err.println(
                        "bin/bench import|onto|pages|policy|team|deck|rating|effect|search|backup|plans|fit [--lines=N] [--accounts=N] [--facts=N]"
                                + " [--connections=N] [--seconds=N] [--customers=N] [--only=NAME] [--work=DIRECTORY]");
                System.exit(2);
            }
        }
    }
}
