import Foundation

/// How a test runs the tool as somebody who may not do everything.
enum Unprivileged {
    /// A command that gives the rights of root up, empty where the tests have none; nil, said loudly,
    /// where they cannot be given up.
    static let wrapper: [String]? = {
        guard getuid() == 0 else { return [] }
        let command = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        guard ToolRun(["version"], wrapper: command).end == .exit(0) else {
            FileHandle.standardError.write(
                Data("NOT RUN: tests of permissions, as root without a working setpriv\n".utf8))
            return nil
        }
        return command
    }()
}
