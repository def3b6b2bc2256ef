package org.assent.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mock.env.MockEnvironment;

@Tag("once")
class FenceReportTest {

    @Test
    void all_fences_standing_are_listed_in_the_order_of_their_rows() {
        var report = report("dev", fence("10", true), fence("2", true), fence("CVE-2026-77226", true));

        assertThat(report.health().getStatus()).isEqualTo(Status.UP);
        assertThat(List.copyOf(report.health().getDetails().keySet())).containsExactly("2", "10", "CVE-2026-77226");
    }

    @Test
    void one_broken_fence_is_unhealthy_but_a_demonstration_starts() {
        var report = report("dev", fence("1", true), fence("2", false));

        report.start();

        assertThat(report.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(report.health().getDetails().get("2")).asString().contains("broken", "Sentence of 2.");
    }

    @Test
    void in_production_broken_fences_end_the_start_with_all_their_sentences() {
        var report = report("prod", fence("1", true), fence("2", false), fence("3", false));

        assertThatThrownBy(report::start)
                .hasMessageContainingAll("Sentence of 2.", "Sentence of 3.")
                .hasMessageNotContaining("Sentence of 1.");
        report("prod", fence("1", true)).start();
    }

    @Test
    void a_fence_that_cannot_be_looked_at_counts_as_broken() {
        var report = report("prod", new Fence() {
            @Override
            public String row() {
                return "5";
            }

            @Override
            public String name() {
                return "Unseen";
            }

            @Override
            public FenceState state() {
                throw new IllegalStateException("secret inside");
            }
        });

        assertThatThrownBy(report::start)
                .hasMessageContaining("could not be looked at")
                .hasMessageNotContaining("secret");
    }

    private static FenceReport report(String profile, Fence... fences) {
        var beans = new StaticListableBeanFactory();
        for (Fence fence : fences) {
            beans.addBean(fence.row(), fence);
        }
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new FenceReport(beans.getBeanProvider(Fence.class), environment);
    }

    private static Fence fence(String row, boolean whole) {
        return new Fence() {
            @Override
            public String row() {
                return row;
            }

            @Override
            public String name() {
                return "Fence " + row;
            }

            @Override
            public FenceState state() {
                return new FenceState(whole, "Sentence of " + row + ".");
            }
        };
    }
}
