package org.assent.deputation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The stored appointments. */
interface Deputations extends Repository<Deputation, Long> {

    Deputation save(Deputation deputation);

    Optional<Deputation> findById(long id);

    List<Deputation> findByDeputyAndClosedAtIsNull(String deputy);

    List<Deputation> findByPrincipalAndClosedAtIsNull(String principal);

    List<Deputation> findByClosedAtIsNull();

    List<Deputation> findByPrincipalOrDeputyOrderByIdDesc(String principal, String deputy);

    boolean existsByDeputyAndPrincipal(String deputy, String principal);

    List<Deputation> findAllByOrderByIdDesc();
}
