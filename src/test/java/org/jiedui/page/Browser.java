package org.jiedui.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jiedui.publish.Json;

/** A headless Chromium, driven by its DevTools protocol over the JDK's own WebSocket. */
final class Browser implements AutoCloseable {
  static final Path PROGRAM = Path.of("/usr/bin/chromium");

  private static final String READY =
      "location.href === '%s' && document.documentElement"
          + " && document.documentElement.getAttribute('data-ready')";

  private final Process process;
  private final WebSocket socket;
  private final Map<Long, CompletableFuture<Map<String, Object>>> answers =
      new ConcurrentHashMap<>();
  private final List<Map<String, Object>> events = new CopyOnWriteArrayList<>();
  private long last;

  Browser(Path profile) throws Exception {
    process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(page(port(profile))), new Listener())
            .get(20, TimeUnit.SECONDS);
    for (String domain : List.of("Page", "Runtime", "Network", "Log", "Performance")) {
      call(domain + ".enable", Map.of());
    }
  }

  private static int port(Path profile) throws Exception {
    Path file = profile.resolve("DevToolsActivePort");
    for (int tries = 0; tries < 200; tries++) {
      if (Files.exists(file) && !Files.readAllLines(file).isEmpty()) {
        return Integer.parseInt(Files.readAllLines(file).get(0));
      }
      Thread.sleep(100);
    }
    throw new IOException("Chromium did not open its port");
  }

  private static String page(int port) throws Exception {
    String list =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    List<?> pages = (List<?>) Json.object("{\"pages\":" + list + "}").get("pages");
    return pages.stream()
        .map(page -> (Map<?, ?>) page)
        .filter(page -> "page".equals(page.get("type")))
        .map(page -> (String) page.get("webSocketDebuggerUrl"))
        .findFirst()
        .orElseThrow();
  }

  /** Opens a file and waits until its script has run. */
  void open(Path file) throws Exception {
    events.clear();
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    for (int tries = 0; tries < 300; tries++) {
      if ("yes".equals(evaluate(READY.formatted(file.toUri())))) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IOException("the page's script did not finish: " + events);
  }

  /** The value of an expression; a promise is waited for. */
  Object evaluate(String expression) throws Exception {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("expression", expression);
    params.put("returnByValue", true);
    params.put("awaitPromise", true);
    Map<String, Object> answer = call("Runtime.evaluate", params);
    if (answer.containsKey("exceptionDetails")) {
      throw new IOException(String.valueOf(answer.get("exceptionDetails")));
    }
    return ((Map<?, ?>) answer.get("result")).get("value");
  }

  Map<String, Object> call(String method, Map<String, Object> params) throws Exception {
    CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
    long id = ++last;
    answers.put(id, answer);
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", params);
    socket.sendText(Json.line(message), true).get(20, TimeUnit.SECONDS);
    return answer.get(180, TimeUnit.SECONDS);
  }

  /** Addresses the page asked for, other than itself and data within it. */
  List<String> requests(Path file) {
    List<String> urls = new ArrayList<>();
    for (Map<String, Object> event : events) {
      if ("Network.requestWillBeSent".equals(event.get("method"))) {
        Map<?, ?> request = (Map<?, ?>) ((Map<?, ?>) event.get("params")).get("request");
        urls.add(request.get("url").toString());
      }
    }
    urls.removeIf(url -> url.startsWith(file.toUri().toString()) || url.startsWith("data:"));
    return urls;
  }

  /** Everything the console, the policy or a dialog had to say. */
  List<Map<String, Object>> complaints() {
    return events.stream()
        .filter(
            event ->
                List.of(
                        "Runtime.exceptionThrown",
                        "Runtime.consoleAPICalled",
                        "Log.entryAdded",
                        "Page.javascriptDialogOpening")
                    .contains(event.get("method")))
        .toList();
  }

  @Override
  public void close() throws Exception {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
      text.append(part);
      if (whole) {
        receive(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @SuppressWarnings("unchecked")
    private void receive(String message) {
      try {
        Map<String, Object> tree = Json.object(message);
        if (tree.get("id") instanceof Number id) {
          Object result = tree.get("result");
          if (result == null) {
            answers
                .remove(id.longValue())
                .completeExceptionally(new IOException(String.valueOf(tree.get("error"))));
          } else {
            answers.remove(id.longValue()).complete((Map<String, Object>) result);
          }
        } else {
          events.add(tree);
        }
      } catch (IOException e) {
        answers.values().forEach(answer -> answer.completeExceptionally(e));
      }
    }
  }
}
