#include "tests/support/nginx/nginx.hpp"

#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <vector>

extern char** environ;

namespace khabar::test {
namespace {

namespace fs = std::filesystem;

struct Listener {
    int socket;
    std::uint16_t port;
};

// Not closed on exec: nginx is to inherit it.
Listener listen_on_loopback() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (socket < 0 || ::bind(socket, plain, size) != 0 || ::listen(socket, 511) != 0 ||
        ::getsockname(socket, plain, &size) != 0)
        throw std::runtime_error("no loopback socket");
    return {socket, ntohs(address.sin_port)};
}

pid_t spawn(std::vector<std::string> words, const std::vector<std::string>& more_environment) {
    std::vector<std::string> variables = more_environment;
    for (char** variable = environ; *variable != nullptr; ++variable)
        variables.emplace_back(*variable);
    std::vector<char*> arguments, environment;
    for (std::string& word : words)
        arguments.push_back(word.data());
    for (std::string& variable : variables)
        environment.push_back(variable.data());
    arguments.push_back(nullptr);
    environment.push_back(nullptr);
    pid_t process = -1;
    if (::posix_spawnp(&process, arguments[0], nullptr, nullptr, arguments.data(), environment.data()) != 0)
        throw std::runtime_error("cannot run " + words[0]);
    return process;
}

void run(std::vector<std::string> words) {
    const std::string name = words[0] + " " + words[1];
    int status = 0;
    ::waitpid(spawn(std::move(words), {}), &status, 0);
    if (status != 0) throw std::runtime_error(name + " failed");
}

void write(const fs::path& file, std::string_view text) {
    std::ofstream out(file, std::ios::binary);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

// A CA of our own, and two certificates of it for localhost: one good, one that ended in 2020.
void make_certificates(const fs::path& folder) {
    const auto at = [&folder](const char* name) { return (folder / name).string(); };
    write(folder / "ca.conf", "[ca]\ndefault_ca=c\n[c]\ndatabase=" + at("index") +
                                  "\nnew_certs_dir=" + folder.string() + "\nserial=" + at("serial") +
                                  "\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\n"
                                  "commonName=supplied\n[leaf]\nsubjectAltName=DNS:localhost\n");
    write(folder / "index", "");
    write(folder / "serial", "01\n");
    run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-days", "30", "-subj", "/CN=khabar test CA", "-keyout", at("ca.key"), "-out", at("ca.pem")});
    run({"openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
         "/CN=localhost", "-keyout", at("leaf.key"), "-out", at("leaf.csr")});
    const auto sign = [&](const char* name, const char* from, const char* to) {
        run({"openssl",    "ca",    "-batch",     "-notext",  "-config",    at("ca.conf"), "-extensions",
             "leaf",       "-cert", at("ca.pem"), "-keyfile", at("ca.key"), "-in",         at("leaf.csr"),
             "-startdate", from,    "-enddate",   to,         "-out",       at(name)});
    };
    sign("good.pem", "20200101000000Z", "20490101000000Z");
    sign("expired.pem", "20190101000000Z", "20200101000000Z");
}

std::string tls_server(std::uint16_t port, const fs::path& folder, const char* certificate) {
    return "server { listen 127.0.0.1:" + std::to_string(port) + " ssl http2; root " +
           (folder / "root").string() + "; ssl_certificate " + (folder / certificate).string() +
           "; ssl_certificate_key " + (folder / "leaf.key").string() + "; }\n";
}

std::string loopback(std::string_view scheme, std::string_view host, std::uint16_t port,
                     std::string_view target) {
    std::string url(scheme);
    return url.append("://").append(host).append(":").append(std::to_string(port)).append(target);
}

} // namespace

Nginx::Nginx() {
    fs::permissions(folder_.path(), fs::perms::owner_all | fs::perms::others_exec |
                                        fs::perms::group_exec); // for its worker's user
    fs::create_directories(folder_ / "root");
    fs::create_directories(folder_ / "scratch");
    make_certificates(folder_.path());
    const Listener http = listen_on_loopback(), https = listen_on_loopback(), expired = listen_on_loopback();
    http_port_ = http.port, https_port_ = https.port, expired_port_ = expired.port;
    std::string conf = "daemon off; worker_processes 1; pid " + (folder_ / "pid").string() +
                       ";\nerror_log stderr crit;\n" + (::geteuid() == 0 ? "user root;\n" : "") +
                       "events { worker_connections 512; }\nhttp {\naccess_log off;\n" +
                       "keepalive_requests 100000;\n";
    for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        conf.append(kind).append("_temp_path ").append((folder_ / "scratch").string()).append(";\n");
    conf.append("server { listen 127.0.0.1:" + std::to_string(http_port_) + "; root " +
                (folder_ / "root").string() + "; }\n");
    conf.append(tls_server(https_port_, folder_.path(), "good.pem"))
        .append(tls_server(expired_port_, folder_.path(), "expired.pem"))
        .append("}\n");
    write(folder_ / "nginx.conf", conf);
    std::string inherited = "NGINX=";
    for (const Listener& listener : {http, https, expired})
        inherited.append(std::to_string(listener.socket)).append(";");
    process_ = spawn(
        {"nginx", "-p", folder_.path().string(), "-c", (folder_ / "nginx.conf").string(), "-e", "stderr"},
        {inherited});
    for (const Listener& listener : {http, https, expired})
        ::close(listener.socket);
}

Nginx::~Nginx() {
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
}

void Nginx::file(std::string_view name, std::string_view bytes) const {
    write(folder_ / "root" / name, bytes);
}

std::string Nginx::http(std::string_view target) const {
    return loopback("http", "127.0.0.1", http_port_, target);
}
std::string Nginx::https(std::string_view target) const {
    return loopback("https", "localhost", https_port_, target);
}
std::string Nginx::expired(std::string_view target) const {
    return loopback("https", "localhost", expired_port_, target);
}
std::string Nginx::misnamed(std::string_view target) const {
    return loopback("https", "127.0.0.1", https_port_, target);
}

} // namespace khabar::test
