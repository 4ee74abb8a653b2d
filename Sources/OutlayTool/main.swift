import OutlayCommands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

exit(OutlayTool.run(Array(CommandLine.arguments.dropFirst())))
