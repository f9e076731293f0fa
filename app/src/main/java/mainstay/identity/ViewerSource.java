package mainstay.identity;

import mainstay.shared.web.Viewer;
import org.springframework.stereotype.Component;

@Component
class ViewerSource implements Viewer.Source {

    private final FirmDesk firm;

    ViewerSource(FirmDesk firm) {
        this.firm = firm;
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
        return new Viewer.Firm(settings.name(), settings.currency());
    }
}
