package mainstay.backup;

import mainstay.identity.Allowed;
import mainstay.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Which backups there are. They hold what administrators may not see, so none can be fetched here.
@Controller
@RequestMapping("/settings/backups")
@Allowed(Role.ADMINISTRATOR)
class BackupController {

    private final BackupBook book;
    private final BackupDesk desk;
    private final BackupSettings settings;

    BackupController(BackupBook book, BackupDesk desk, BackupSettings settings) {
        this.book = book;
        this.desk = desk;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show() {
        Retention kept = settings.retention();
        return new ModelAndView("backup/backups")
                .addObject("runs", book.newest())
                .addObject("worry", desk.worry().orElse(null))
                .addObject("folder", settings.folder().toString())
                .addObject("from", settings.from().map(Object::toString).orElse(""))
                .addObject("daily", kept.daily())
                .addObject("weekly", kept.weekly())
                .addObject("monthly", kept.monthly());
    }
}
