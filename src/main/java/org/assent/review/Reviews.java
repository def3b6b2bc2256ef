package org.assent.review;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Reviews extends Repository<Review, Long> {

    Review save(Review review);

    Optional<Review> findFirstByAgreementKeyOrderByIdDesc(String agreementKey);

    List<Review> findByAgreementKeyOrderById(String agreementKey);
}
