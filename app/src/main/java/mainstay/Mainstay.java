package mainstay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.backup.WithoutDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The way in: without a command the server starts, with one the command runs and the process ends; what is done in the
/// background is the server's. Beans bear full names, so that two modules may use the same noun.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
public class Mainstay {

    private static final String SAMPLE = "--sample";
    private static final String DEFAULT_SAMPLE = "wide-world-importers";
    private static final int FAILED = 3;

    static void main(String[] arguments) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        Map<String, Object> settings = sample(rest)
                .<Map<String, Object>>map(name -> Map.of("mainstay.sample", name))
                .orElse(Map.of());
        boolean serving = rest.isEmpty() || rest.getFirst().startsWith("--server.");
        if (serving) {
            serve(rest, settings);
        } else {
            System.exit(command(rest, settings));
        }
    }

    private static void serve(List<String> arguments, Map<String, Object> settings) {
        try {
            new SpringApplicationBuilder(Mainstay.class).properties(settings).run(arguments.toArray(String[]::new));
        } catch (RuntimeException toldAlready) {
            System.exit(FAILED);
        }
    }

    private static int command(List<String> words, Map<String, Object> settings) {
        boolean withoutDatabase = WithoutDatabase.understands(words);
        SpringApplicationBuilder application = new SpringApplicationBuilder(
                        withoutDatabase ? WithoutDatabase.class : Mainstay.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties(settings);
        try (ConfigurableApplicationContext context = application.run(
                "--logging.level.mainstay=warn",
                "--spring.main.log-startup-info=false",
                "--mainstay.background=false")) {
            return withoutDatabase
                    ? CommandLineRunner.line(context.getBean(WithoutDatabase.Commands.class)
                                    .all())
                            .execute(words.toArray(String[]::new))
                    : context.getBean(CommandLineRunner.class).run(words.toArray(String[]::new));
        } catch (RuntimeException toldAlready) {
            return FAILED;
        }
    }

    /// Takes `--sample`, `--sample NAME` or `--sample=NAME` out of the arguments.
    private static Optional<String> sample(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(SAMPLE + "=")) {
                arguments.remove(i);
                return Optional.of(argument.substring(SAMPLE.length() + 1));
            }
            if (argument.equals(SAMPLE)) {
                arguments.remove(i);
                boolean named = i < arguments.size() && SampleNames.ALL.contains(arguments.get(i));
                return Optional.of(named ? arguments.remove(i) : DEFAULT_SAMPLE);
            }
        }
        return Optional.empty();
    }

    private static final class SampleNames {
        static final List<String> ALL = List.of(DEFAULT_SAMPLE, "online-retail");
    }
}
