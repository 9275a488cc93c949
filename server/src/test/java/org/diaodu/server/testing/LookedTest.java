package org.diaodu.server.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** That a page is looked at means something: what is wrong is found. */
class LookedTest extends BrowserTest {

    @Test
    void aPictureWithoutWordsAndAPageWithoutALanguageAreFound() {
        Page page = page();
        page.setContent("<title>t</title><main><h1>h</h1><img src='data:,' width='9' height='9'></main>");
        assertThatThrownBy(() -> looked(page, "wrong"))
                .hasMessageContaining("image-alt")
                .hasMessageContaining("html-has-lang");
    }
}
