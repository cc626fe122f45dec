namespace Inburgering.Gateway.Tests.Verwerkingslog;

internal static class TestMaat
{
    public static bool Lang { get; } = Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang";
}
