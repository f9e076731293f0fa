package mainstay.dossier.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import mainstay.accounts.AccountCard;
import mainstay.accounts.people.PersonFiles;
import mainstay.accounts.people.Position;
import mainstay.dossier.Field;
import mainstay.dossier.Part;
import mainstay.dossier.document.Document.Retirement;
import mainstay.dossier.document.Document.Version;
import mainstay.dossier.document.DocumentOutcome.Filed;
import mainstay.dossier.document.DocumentOutcome.Refused;
import mainstay.dossier.document.Documents.Content;
import mainstay.dossier.document.Documents.Entry;
import mainstay.dossier.document.VirusScan.Verdict;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/// Takes files in and puts them aside. A file is recognised and scanned before anything of it is kept; then it is
/// kept whole or not at all.
@Service
class DocumentDesk {

    static final int LONGEST_REASON = 500;

    private final Documents documents;
    private final PersonFiles people;
    private final VirusScan scan;
    private final DataSize largest;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DocumentDesk(
            Documents documents,
            PersonFiles people,
            VirusScan scan,
            @Value("${mainstay.documents.largest:20MB}") DataSize largest,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.documents = documents;
        this.people = people;
        this.scan = scan;
        this.largest = largest;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// A file as it was sent.
    ///
    /// @param name as the sender called it
    record Sent(@Nullable String name, Path file) {}

    List<Document> of(AccountCard account) {
        return documents.of(account.id());
    }

    /// @throws Problem.NotFound also where the reader may not see it
    Document at(AccountCard account, long id) {
        return documents
                .find(id)
                .filter(document -> document.accountId() == account.id())
                .orElseThrow(() -> new Problem.NotFound("document.unknown"));
    }

    /// @param n null for the newest
    Version version(Document document, @Nullable Integer n) {
        return document.versions().stream()
                .filter(version -> n == null || version.n() == n)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("document.unknown"));
    }

    /// The highest level on which the reader may keep documents of an account; none where not at all.
    Level writing(AccountCard account) {
        int reach = documents.reach(account.id());
        return reach < Level.BUSINESS.number() ? Level.NONE : Level.of(Math.min(reach, Level.FULL.number()));
    }

    long largestMegabytes() {
        return largest.toMegabytes();
    }

    DocumentOutcome add(AccountCard account, DocumentForm form, Sent sent) {
        Part part = form.wantedPart().orElse(null);
        Level level = form.wantedLevel().orElse(null);
        if (part == null) {
            return new Refused("part", Text.of("document.wrong.part"));
        }
        if (level == null) {
            return new Refused("level", Text.of("document.wrong.level"));
        }
        demandWriting(account, level);
        Long fact = form.of("field").isEmpty()
                ? null
                : documents.fact(account.id(), form.of("field")).orElse(null);
        if (fact == null && !form.of("field").isEmpty()) {
            return new Refused("field", Text.of("document.wrong.field"));
        }
        if (form.of("person").isEmpty()) {
            return taken(sent, new Entry(account.id(), fact, null, part, level, form.sent()));
        }
        Position about = people(account).stream()
                .filter(one -> String.valueOf(one.personId()).equals(form.of("person")))
                .findFirst()
                .orElse(null);
        if (about == null) {
            return new Refused("person", Text.of("document.wrong.person"));
        }
        if (fact != null) {
            return new Refused("person", Text.of("document.wrong.both"));
        }
        Level needed = level.compareTo(Level.BUSINESS) < 0 ? Level.BUSINESS : level;
        return taken(sent, new Entry(account.id(), null, about.personId(), part, needed, form.sent()));
    }

    private DocumentOutcome taken(Sent sent, Entry entry) {
        return taken(sent, content -> {
            Optional<Long> kept = documents.sent(entry, content.hash());
            return kept.map(document -> new Place(document, true))
                    .orElseGet(() -> new Place(documents.add(entry, clock.instant()), false));
        });
    }

    /// Each person who works or worked at an account once, by the newest position.
    List<Position> people(AccountCard account) {
        Map<Long, Position> known = new LinkedHashMap<>();
        for (Position position : people.positionsAt(account.id())) {
            if (!position.erased()) {
                known.putIfAbsent(position.personId(), position);
            }
        }
        return List.copyOf(known.values());
    }

    List<Document> ofPerson(long person) {
        return documents.ofPerson(person);
    }

    /// For a fact that the reader may write, and as confidential as its field.
    DocumentOutcome keepFor(AccountCard account, Field field, long fact, Sent sent) {
        return taken(sent, new Entry(account.id(), fact, null, field.part(), field.sensitivity(), null));
    }

    /// A later version of the same document.
    DocumentOutcome renew(AccountCard account, Document document, Sent sent) {
        demandWriting(account, document.level());
        return taken(sent, content -> {
            documents.hold(document.id());
            if (at(account, document.id()).retired() != null) {
                throw new Problem.Conflict("document.alreadyRetired");
            }
            if (documents.isSame(document.id(), content.hash())) {
                throw new Problem.Conflict("document.same");
            }
            return new Place(document.id(), false);
        });
    }

    /// Puts it aside: it stays readable, with the reason.
    void retire(AccountCard account, Document document, @Nullable String reason) {
        demandWriting(account, document.level());
        String because = reason == null ? "" : reason.strip();
        if (because.isEmpty() || because.length() > LONGEST_REASON || !HarmlessText.is(because)) {
            throw new Problem.Invalid("document.wrong.reason", LONGEST_REASON);
        }
        Retirement retirement = new Retirement(clock.instant(), Acting.actor().name(), because);
        if (!done(() -> documents.retire(document.id(), retirement))) {
            throw new Problem.Conflict("document.alreadyRetired");
        }
    }

    private void demandWriting(AccountCard account, Level level) {
        if (writing(account).compareTo(level) < 0 || writing(account) == Level.NONE) {
            throw new Problem.Forbidden("document.mayNotWrite");
        }
    }

    /// @param kept whether the content is there already
    private record Place(long document, boolean kept) {}

    private DocumentOutcome taken(Sent sent, Function<Content, Place> place) {
        try {
            String name = FileName.of(sent.name());
            long bytes = Files.size(sent.file());
            if (bytes == 0) {
                return new Refused("file", Text.of("document.wrong.empty"));
            }
            if (bytes > largest.toBytes()) {
                return new Refused("file", Text.of("document.wrong.large", largestMegabytes()));
            }
            return switch (Recognition.of(sent.file(), name)) {
                case Recognition.Refused refused -> new Refused("file", refused.reason());
                case Recognition.Known known -> scanned(sent.file(), name, known.kind(), place);
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private DocumentOutcome scanned(Path file, String name, FileKind kind, Function<Content, Place> place)
            throws IOException {
        Verdict verdict = scan.of(file);
        if (verdict == Verdict.INFECTED || verdict == Verdict.FAILED) {
            return new Refused(
                    "file", Text.of(verdict == Verdict.INFECTED ? "document.wrong.virus" : "document.wrong.unscanned"));
        }
        Content content = new Content(name, kind, Files.size(file), hash(file), verdict == Verdict.CLEAN);
        long document = done(() -> kept(file, content, place));
        return new Filed(documents.find(document).orElseThrow());
    }

    private long kept(Path file, Content content, Function<Content, Place> belongs) {
        Place place = belongs.apply(content);
        if (!place.kept()) {
            try (InputStream bytes = Files.newInputStream(file)) {
                documents.file(place.document(), content, bytes, clock.instant());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return place.document();
    }

    private <T> T done(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static String hash(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
