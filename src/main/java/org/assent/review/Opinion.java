package org.assent.review;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assent.review.ReviewFacts.OpinionFacts;
import org.hibernate.annotations.BatchSize;

/** What one reviewer said of one version. */
@Entity
@Table(name = "review_opinion")
class Opinion {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Review review;

    private String reviewer;
    private Instant givenAt;

    @Enumerated(EnumType.STRING)
    private Recommendation recommendation;

    private boolean budgetConfirmed;
    private String remark;

    @ElementCollection
    @CollectionTable(name = "review_question")
    @BatchSize(size = 100)
    @OrderColumn(name = "line")
    private List<Question> checklist = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Opinion() {}

    Opinion(Review review, OpinionForm form, List<Question> checklist, String reviewer, Instant at) {
        this.review = review;
        this.reviewer = reviewer;
        this.givenAt = at;
        this.recommendation = form.recommendation();
        this.budgetConfirmed = form.budgetConfirmed();
        this.remark = form.remark();
        this.checklist.addAll(checklist);
    }

    String reviewer() {
        return reviewer;
    }

    OpinionFacts facts() {
        return new OpinionFacts(
                reviewer,
                givenAt,
                recommendation,
                budgetConfirmed,
                remark,
                checklist.stream().map(Question::facts).toList());
    }
}
