package org.assent.review;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Comments extends Repository<Comment, Long> {

    Comment save(Comment comment);

    Optional<Comment> findById(long id);

    List<Comment> findByAgreementKeyOrderById(String agreementKey);
}
