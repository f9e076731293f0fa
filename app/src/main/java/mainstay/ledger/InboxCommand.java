package mainstay.ledger;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import mainstay.identity.FirmDesk;
import mainstay.shared.CommandLineCommand;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Component
@Command(
        name = "inbox",
        mixinStandardHelpOptions = true,
        description = "Import what lies in the watched folder (MAINSTAY_INBOX), or tell what became of it.")
class InboxCommand implements CommandLineCommand {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final InboxSettings settings;
    private final Inbox inbox;
    private final InboxBook book;
    private final FirmDesk firm;
    private final Texts texts;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
    InboxCommand(InboxSettings settings, Inbox inbox, InboxBook book, FirmDesk firm, Texts texts) {
        this.firm = firm;
        this.texts = texts;
        this.settings = settings;
        this.inbox = inbox;
        this.book = book;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description =
                    "Import the files now. Ends with 1 where one asks for somebody, with 3 where nothing could run.")
    int run(@Option(names = "--json", description = "print JSON") boolean json) {
        Optional<InboxFolder> folder = settings.watched();
        if (folder.isEmpty()) {
            return refuse("no folder is watched: set MAINSTAY_INBOX to one");
        }
        Optional<List<Inbox.Handled>> handled = inbox.look(folder.get());
        if (handled.isEmpty()) {
            return refuse("another process is reading the folder just now");
        }
        if (json) {
            say(JsonMapper.shared().writeValueAsString(handled.get()));
        } else {
            handled.get().forEach(file -> say(line(file.outcome(), file.folder(), file.file(), file.reason())));
            say(handled.get().isEmpty() ? "Nothing waits in " + folder.get().root() + "." : "");
        }
        return handled.get().stream().anyMatch(file -> file.outcome().asksForSomebody()) ? 1 : 0;
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Tell which folder is watched and what became of the latest files.")
    int status(@Option(names = "--json", description = "print JSON") boolean json) {
        List<InboxEntry> entries = book.newest();
        if (json) {
            say(JsonMapper.shared().writeValueAsString(entries));
            return 0;
        }
        say(settings.watched()
                .map(folder -> "Watched from " + settings.from() + " on each night: " + folder.root())
                .orElse("No folder is watched: set MAINSTAY_INBOX to one."));
        book.lastLook().ifPresent(at -> say("Last look: " + moment(at)));
        entries.forEach(entry -> say(line(entry.outcome(), entry.folder(), entry.fileName(), entry.reason())));
        return 0;
    }

    private String line(InboxOutcome outcome, String folder, String file, @Nullable String reason) {
        String place = "%-8s  %s%s".formatted(outcome.word(), folder.isEmpty() ? "" : folder + "/", file);
        return reason == null ? place : place + ": " + texts.get(Texts.ENGLISH, "inbox.reason." + reason);
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(ZoneId.of(firm.settings().timeZone())));
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        spec.commandLine().getErr().flush();
        return 3;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
