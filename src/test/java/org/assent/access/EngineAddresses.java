package org.assent.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;

/** Every address that JAX-RS classes offer, sub-resources included, as read from the classes that the application runs. */
final class EngineAddresses {

    /** One method at one address; variables stand in braces. */
    record Address(String method, String path) implements Comparable<Address> {

        boolean isAsked() {
            return method.equals("GET");
        }

        boolean namesSomething() {
            return path.contains("{");
        }

        @Override
        public int compareTo(Address other) {
            return Comparator.comparing(Address::path)
                    .thenComparing(Address::method)
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private EngineAddresses() {}

    /** Of the engine's REST API, as it lies under both roots; without the copy that names the engine. */
    static Set<Address> ofTheEngine() {
        Set<Address> all = of(CamundaRestResources.getResourceClasses());
        all.removeIf(address -> address.path().startsWith("/engine/{"));
        return all;
    }

    static Set<Address> of(Collection<Class<?>> resources) {
        Set<Address> found = new TreeSet<>();
        resources.forEach(resource -> walk(resource, pathOf(resource), List.of(), found::add));
        return found;
    }

    private static void walk(Class<?> resource, String path, List<Class<?>> above, Consumer<Address> found) {
        if (above.contains(resource)) {
            return;
        }
        List<Class<?>> here = new ArrayList<>(above);
        here.add(resource);
        for (Method method : resource.getMethods()) {
            Path own = annotation(method, Path.class);
            String address = own == null ? path : join(path, own.value());
            List<String> verbs = verbs(method);
            verbs.forEach(verb -> found.accept(new Address(verb, address.isEmpty() ? "/" : address)));
            if (verbs.isEmpty() && own != null) {
                walk(method.getReturnType(), address, here, found);
            }
        }
    }

    private static String pathOf(Class<?> resource) {
        Path path = resource.getAnnotation(Path.class);
        return path == null ? "" : join("", path.value());
    }

    /** Regular expressions in variables say nothing to a reader. */
    private static String join(String above, String below) {
        String plain = below.replaceAll("\\{\\s*([\\w-]+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}");
        return (above + "/" + plain).replaceAll("/+", "/").replaceAll("/$", "");
    }

    private static List<String> verbs(Method method) {
        List<String> verbs = new ArrayList<>();
        for (Method declared : declarations(method)) {
            for (Annotation annotation : declared.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null && !verb.value().equals("OPTIONS") && !verbs.contains(verb.value())) {
                    verbs.add(verb.value());
                }
            }
        }
        return verbs;
    }

    private static <A extends Annotation> A annotation(Method method, Class<A> type) {
        return declarations(method).stream()
                .map(declared -> declared.getAnnotation(type))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The method itself and where a superclass or an interface declares it: annotations may stand there. */
    private static Set<Method> declarations(Method method) {
        Set<Method> all = new LinkedHashSet<>(List.of(method));
        for (Class<?> type = method.getDeclaringClass(); type != null; type = type.getSuperclass()) {
            add(all, type, method);
            for (Class<?> declared : type.getInterfaces()) {
                add(all, declared, method);
            }
        }
        return all;
    }

    private static void add(Set<Method> all, Class<?> type, Method method) {
        try {
            all.add(type.getMethod(method.getName(), method.getParameterTypes()));
        } catch (NoSuchMethodException notDeclared) {
            // declared further up, or nowhere
        }
    }
}
