package mainstay.demo;

import java.util.Optional;
import mainstay.shared.web.PageNotice;
import org.springframework.stereotype.Component;

/// Says on every page of a sample what is real and what is invented.
@Component
class SampleNotice implements PageNotice {

    private final SampleChoice choice;

    SampleNotice(SampleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<String> messageKey() {
        return choice.sample().map(Sample::noticeKey);
    }
}
