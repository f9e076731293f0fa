package mainstay.identity;

import java.time.ZoneId;
import mainstay.shared.web.Viewer;
import org.springframework.stereotype.Component;

@Component
class ViewerSource implements Viewer.Source {

    private final FirmDesk firm;
    private final UserDesk users;

    ViewerSource(FirmDesk firm, UserDesk users) {
        this.firm = firm;
        this.users = users;
    }

    @Override
    public Viewer current() {
        return CurrentUser.now()
                .map(user -> new Viewer(
                        user.fullName(),
                        user.role().key(),
                        user.role().reach().number(),
                        user.language(),
                        user.theme(),
                        user.role() == Role.ADMINISTRATOR))
                .orElse(Viewer.NOBODY);
    }

    @Override
    public Viewer.Firm firm() {
        FirmSettings settings = firm.settings();
        return new Viewer.Firm(settings.name(), settings.currency(), ZoneId.of(settings.timeZone()));
    }

    @Override
    public String fullName(String name) {
        return users.byName(name).map(User::fullName).orElse(name);
    }
}
