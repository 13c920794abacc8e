# What the program cannot keep from Windows itself. Once, as administrator, in Windows PowerShell:
#   .\lock-windows.ps1 -User kiosk
# Shell Launcher and Keyboard Filter are parts of Windows Enterprise, Education and IoT Enterprise; the policies below
# work on Pro, too. Then restart the machine.
param(
    [Parameter(Mandatory = $true)][string]$User,
    [string]$Station = 'C:\kiosk\kioskw.exe run --watched'
)
$ErrorActionPreference = 'Stop'

Enable-WindowsOptionalFeature -Online -NoRestart -All -FeatureName Client-EmbeddedShellLauncher | Out-Null
Enable-WindowsOptionalFeature -Online -NoRestart -All -FeatureName Client-KeyboardFilter | Out-Null

# the station in place of the desktop; 0: a manager left, do nothing (3); else start it again (0)
$sid = (New-Object System.Security.Principal.NTAccount($User)).Translate([System.Security.Principal.SecurityIdentifier]).Value
$launcher = [wmiclass]'\\localhost\root\standardcimv2\embedded:WESL_UserSetting'
$launcher.SetDefaultShell('explorer.exe', 0) | Out-Null
$launcher.SetCustomShell($sid, $Station, (0), (3), 0) | Out-Null
$launcher.SetEnabled($true) | Out-Null

# keys that no program sees
$keys = 'Ctrl+Alt+Del', 'Win+L', 'Windows', 'Alt+Tab', 'Alt+Esc', 'Ctrl+Esc', 'Alt+F4', 'Ctrl+F4', 'Alt+Space', 'Shift+Ctrl+Esc',
    'Win+Tab', 'Win+R', 'Win+E', 'Win+D', 'Win+U', 'Application', 'BrowserHome', 'BrowserSearch', 'LaunchMail',
    'LaunchMediaSelect', 'LaunchApp1', 'LaunchApp2', 'LShift+LAlt+NumLock', 'LShift+LAlt+PrintScrn'
foreach ($key in $keys) {
    $found = Get-WmiObject -Namespace 'root\standardcimv2\embedded' -Class WEKF_PredefinedKey |
        Where-Object { $_.Id -eq $key }
    if ($found) { $found.Enabled = 1; $found.Put() | Out-Null }
}

# swipes from the edges, notifications, sticky keys, images of a crashed program's memory
$policies = @(
    @('HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI', 'AllowEdgeSwipe', 0),
    @('HKLM:\SOFTWARE\Policies\Microsoft\Windows\Explorer', 'DisableNotificationCenter', 1),
    @('HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting', 'Disabled', 1),
    @('HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting', 'DontShowUI', 1)
)
foreach ($policy in $policies) {
    if (-not (Test-Path $policy[0])) { New-Item -Path $policy[0] -Force | Out-Null }
    Set-ItemProperty -Path $policy[0] -Name $policy[1] -Value $policy[2] -Type DWord
}
