package mainstay.ledger;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mainstay.identity.Acting;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Explanation;
import mainstay.ledger.file.FileLimits;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.Profiles;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/// Takes files in by browser: keeps them until their sender has said how they are to be read, then imports them.
@Service
class DraftDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DraftDesk.class);

    /// An upload may still be on its way to its draft.
    private static final Duration ARRIVING = Duration.ofHours(1);

    private final Drafts drafts;
    private final DraftFiles files;
    private final Profiles profiles;
    private final UploadedImports imports;
    private final FileLimits limits;
    private final Clock clock;
    private final TransactionOperations transactions;

    DraftDesk(
            Drafts drafts,
            DraftFiles files,
            Profiles profiles,
            UploadedImports imports,
            FileLimits limits,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.files = files;
        this.profiles = profiles;
        this.imports = imports;
        this.limits = limits;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    Draft open(
            MultipartFile file,
            @Nullable MultipartFile lookup,
            @Nullable Kind kind,
            @Nullable Long replaces,
            ImportChoices choices) {
        long arriving = file.getSize() + (lookup == null ? 0 : lookup.getSize());
        requireRoom(arriving);
        String name = UploadName.of(file);
        String lookupName = lookup == null || lookup.isEmpty() ? null : UploadName.of(lookup);
        UUID place = stored(file, name, lookup, lookupName);
        try {
            ImportChoices wanted = kind == null ? choices : choices.ofKind(kind.code());
            return transactions.execute(status -> {
                drafts.holdOwn();
                requireRoom(arriving);
                return find(drafts.add(place, name, lookupName, replaces, wanted));
            });
        } catch (RuntimeException failed) {
            files.delete(place);
            throw failed;
        }
    }

    /// Whether whoever acts must finish or discard a file before another may come.
    boolean isFull() {
        return drafts.own().size() >= Drafts.MOST_OF_ONE;
    }

    Draft find(long id) {
        return drafts.find(id).orElseThrow(() -> new Problem.NotFound("imports.noDraft"));
    }

    Explanation explain(Draft draft) throws FileRefused {
        return Explanation.of(files.look(draft), draft.choices().wish(files.lookup(draft)), profiles);
    }

    /// The sheets of a workbook to choose from; none where the file is text or cannot be opened.
    List<String> sheets(Draft draft) {
        try {
            return files.look(draft).sheets();
        } catch (FileRefused unreadable) {
            return List.of();
        }
    }

    void choose(Draft draft, ImportChoices choices) {
        drafts.choose(draft.id(), choices);
    }

    /// Begins the import of a draft as its sender chose. The draft goes when its file is in the ledger.
    ///
    /// @param rehearses nothing is to be changed
    long begin(Draft draft, Explanation seen, boolean rehearses) {
        if (drafts.runs(draft.id())) {
            throw new Problem.Conflict("imports.runsAlready");
        }
        ImportChoices choices = draft.choices().ofKind(seen.kind().code());
        ImportRequest request =
                choices.request(files.file(draft), draft.fileName(), files.lookup(draft), draft.replaces());
        long batch = imports.begin(rehearses ? request.rehearsed() : request, report -> settle(draft, report));
        drafts.tried(draft.id(), batch);
        return batch;
    }

    void discard(Draft draft) {
        drafts.delete(draft.id());
        files.delete(draft.place());
    }

    /// Removes drafts that nobody finished, and files that a process left behind when it died.
    int clear() {
        List<Draft> old = drafts.forgotten();
        old.forEach(this::discard);
        List<UUID> lying = files.olderThan(clock.instant().minus(ARRIVING));
        drafts.unknown(lying).forEach(files::delete);
        return old.size();
    }

    /// Nobody keeps more files waiting than can be overlooked, or more of the disk than the largest file. Asked before
    /// anything is stored, and again when uploads of the same sender that came at once have their turn.
    private void requireRoom(long arriving) {
        List<Draft> own = drafts.own();
        if (own.size() >= Drafts.MOST_OF_ONE) {
            throw new Problem.Conflict("drafts.tooMany", Drafts.MOST_OF_ONE);
        }
        if (files.bytes(own) + arriving > limits.largest()) {
            throw new Problem.Conflict(
                    "drafts.tooLarge", DataSize.ofBytes(limits.largest()).toMegabytes());
        }
    }

    private void settle(Draft draft, Optional<ImportReport> report) {
        Status status = report.map(ImportReport::status).orElse(Status.FAILED);
        if (status == Status.DONE || status == Status.ALREADY_IMPORTED) {
            try {
                discard(draft);
            } catch (RuntimeException kept) {
                LOG.warn("the draft {} stays until it is old", draft.id(), kept);
            }
        }
    }

    private UUID stored(MultipartFile file, String name, @Nullable MultipartFile lookup, @Nullable String lookupName) {
        if (file.isEmpty()) {
            throw new Problem.Invalid("imports.emptyUpload");
        }
        try {
            return files.store(file, name, lookup, lookupName);
        } catch (IOException full) {
            LOG.warn(
                    "the upload {} of {} could not be kept",
                    name,
                    Acting.actor().name(),
                    full);
            throw new Problem.Conflict("imports.notKept");
        }
    }
}
