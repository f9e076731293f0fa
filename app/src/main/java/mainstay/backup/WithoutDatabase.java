package mainstay.backup;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import mainstay.postgres.Installation;
import mainstay.shared.CommandLineCommand;
import mainstay.shared.web.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The commands that must not open the data home as all others do: one replaces it, the other only reads a file.
@Import({Installation.class, Texts.class, BackupCommand.class, RestoreCommand.class})
public class WithoutDatabase {

    /// Whether these words are such a command.
    public static boolean understands(List<String> words) {
        String command = words.isEmpty() ? "" : words.getFirst();
        boolean verifies = words.stream().anyMatch(word -> word.equals("--verify") || word.startsWith("--verify="));
        return command.equals("restore") || (command.equals("backup") && verifies);
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @Bean
    Commands commands(List<CommandLineCommand> commands) {
        return new Commands(commands);
    }

    /// What can be said on the command line.
    public record Commands(List<CommandLineCommand> all) {}
}
