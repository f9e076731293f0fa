package mainstay.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mainstay.accounts.ViewChange.Kept;
import mainstay.accounts.ViewChange.Refused;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Saves, changes and sets aside views of the list. Only the owner changes a view, or an administrator
/// one that is shared.
@Service
@Transactional
class ViewDesk {

    static final int LONGEST_NAME = 60;
    static final int LONGEST_QUERY = 4000;
    static final int MOST = 100;

    private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);

    private final SavedViews views;
    private final Clock clock;

    ViewDesk(SavedViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<SavedView> all() {
        return views.all();
    }

    @Transactional(readOnly = true)
    List<SavedView> removed() {
        return views.removed();
    }

    @Transactional(readOnly = true)
    Optional<SavedView> usual() {
        return views.usual();
    }

    @Transactional(readOnly = true)
    Optional<SavedView> find(long id) {
        return views.find(id).filter(view -> view.removedAt() == null);
    }

    SavedView open(long id) {
        return find(id).orElseThrow(ViewDesk::gone);
    }

    ViewChange save(String rawName, boolean shared, boolean usual, String query) {
        long owner = reader();
        String name = rawName.strip();
        Optional<Refused> refusal = refusal(owner, name, query, 0);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (views.count(owner) >= MOST) {
            return new Refused("lists.view.tooMany", MOST);
        }
        try {
            long id = views.add(owner, name, shared, query, clock.instant());
            if (usual) {
                views.openWith(owner, id);
            }
            return new Kept(open(id));
        } catch (DuplicateKeyException atTheSameTime) {
            throw new Problem.Conflict("lists.view.taken", name);
        }
    }

    ViewChange rename(long id, String rawName) {
        SavedView view = changeable(id);
        String name = rawName.strip();
        Optional<Refused> refusal = refusal(view.ownerId(), name, view.query(), id);
        return refusal.isPresent() ? refusal.get() : changed(view, name, view.shared(), view.query());
    }

    ViewChange share(long id, boolean shared) {
        SavedView view = changeable(id);
        return changed(view, view.name(), shared, view.query());
    }

    /// Puts another state of the list under the same name.
    ViewChange keep(long id, String query) {
        SavedView view = changeable(id);
        Optional<Refused> refusal = refusal(view.ownerId(), view.name(), query, id);
        return refusal.isPresent() ? refusal.get() : changed(view, view.name(), view.shared(), query);
    }

    private Kept changed(SavedView view, String name, boolean shared, String query) {
        try {
            views.change(view.id(), name, shared, query, clock.instant());
        } catch (DuplicateKeyException atTheSameTime) {
            throw new Problem.Conflict("lists.view.taken", name);
        }
        return new Kept(views.find(view.id()).orElse(view));
    }

    SavedView remove(long id) {
        SavedView view = changeable(id);
        views.clear(reader(), clock.instant().minus(KEPT_AFTER_REMOVAL));
        views.remove(id, clock.instant());
        return view;
    }

    ViewChange bringBack(long id) {
        SavedView view = views.find(id).filter(this::mayChange).orElseThrow(ViewDesk::gone);
        if (views.isTaken(view.ownerId(), view.name(), id)) {
            return new Refused("lists.view.taken", view.name());
        }
        views.bringBack(id);
        return new Kept(view);
    }

    /// From now on the reader's list opens with this view; with all open accounts where it is 0.
    void openWith(long id) {
        if (id == 0) {
            views.openWithAll(reader());
        } else {
            views.openWith(reader(), open(id).id());
        }
    }

    boolean mayChange(SavedView view) {
        Actor actor = Acting.actor();
        return (actor.id() != null && view.isOf(actor.id())) || actor.is(Role.ADMINISTRATOR);
    }

    private SavedView changeable(long id) {
        SavedView view = open(id);
        if (!mayChange(view)) {
            throw new Problem.Forbidden("lists.view.notYours", view.name());
        }
        return view;
    }

    private Optional<Refused> refusal(long owner, String name, String query, long except) {
        if (name.isEmpty()) {
            return Optional.of(new Refused("lists.view.noName", ""));
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of(new Refused("lists.view.longName", LONGEST_NAME));
        }
        if (query.length() > LONGEST_QUERY) {
            return Optional.of(new Refused("lists.view.longQuery", LONGEST_QUERY));
        }
        return views.isTaken(owner, name, except)
                ? Optional.of(new Refused("lists.view.taken", name))
                : Optional.empty();
    }

    private static long reader() {
        Long id = Acting.actor().id();
        if (id == null) {
            throw new IllegalStateException("views belong to people");
        }
        return id;
    }

    private static Problem.NotFound gone() {
        return new Problem.NotFound("lists.view.unknown");
    }
}
