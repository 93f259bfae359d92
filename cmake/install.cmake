# What `cmake --install` lays down; paths follow the unit in systemd/.
include(GNUInstallDirs)
install(TARGETS khabar RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# The full path: with the prefix /usr that is /etc, where the unit looks.
install(DIRECTORY config/ DESTINATION ${CMAKE_INSTALL_FULL_SYSCONFDIR}/khabar)
install(FILES docs/khabar.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES docs/khabar.yaml.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(DIRECTORY systemd/ DESTINATION lib/systemd/system FILES_MATCHING PATTERN "*.service" PATTERN "*.timer")
